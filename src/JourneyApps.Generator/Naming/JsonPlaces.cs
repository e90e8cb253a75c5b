using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>
/// The names that a model's members have in JSON. The platform allows two members under one name (a field <c>room_id</c> beside a
/// belongs-to <c>room</c>); both are generated, and the runtime gives both the value. A serializer that goes by data contracts accepts a
/// name once, so only the first carries it there.
/// </summary>
internal static class JsonPlaces
{
    /// <summary>Whether a field's name is not one that every object has. Among fields names are unique.</summary>
    /// <param name="field">The field's name.</param>
    public static bool IsFirst(string field) => field is not ("id" or "updated_at" or "display");

    /// <summary>Whether no field has the name of a belongs-to's id.</summary>
    /// <param name="link">The belongs-to.</param>
    /// <param name="fields">The fields before it.</param>
    public static bool IsFirst(BelongsTo link, List<Field> fields)
    {
        foreach (Field field in fields)
        {
            bool same = field.Name.Length == link.Name.Length + 3 && field.Name.StartsWith(link.Name, StringComparison.Ordinal)
                && field.Name.EndsWith("_id", StringComparison.Ordinal);
            if (same) return false;
        }

        return true;
    }
}
