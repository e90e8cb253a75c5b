using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Emission;
using JourneyApps.Schema;

namespace JourneyApps.Generator.Naming;

/// <summary>
/// Sees to it that no two members of a model share a place in the API's JSON. The platform's rules allow that; what the API does then is
/// not documented, and code that guesses would write the one into the other.
/// </summary>
internal static class JsonPlaces
{
    private const string Metadata = "the object's own metadata";

    /// <summary>The fields that have a place of their own. Before them come metadata, ids of belongs-to, and attachments.</summary>
    /// <param name="model">The model.</param>
    /// <param name="links">The belongs-to that are generated.</param>
    /// <param name="findings">Receives one finding for each field left out.</param>
    public static List<Field> KeepFields(Model model, List<BelongsTo> links, List<NameFinding> findings)
    {
        var kept = new List<Field>(model.Fields.Count);
        foreach (Field field in model.Fields)
        {
            var element = new ElementPath(ElementKind.Field, model.Name, field.Name);
            if (field.Type == FieldType.Unknown)
            {
                findings.Add(new(NamingRules.FieldTypeUnknown, [field.Name, model.Name], element));
            }
            else if (Owner(model, links, field) is { } owner)
            {
                findings.Add(new(NamingRules.MemberLeftOut, [field.Name, model.Name, owner, TakenPlace(field, links)], element));
            }
            else
            {
                kept.Add(field);
            }
        }

        return kept;
    }

    private static string? Owner(Model model, List<BelongsTo> links, Field field)
    {
        if (field.Name is "id" or "type" or "display" or "updated_at") return Metadata;
        foreach (BelongsTo link in links)
        {
            if (HoldsIdOf(field, link)) return "the id of belongs-to '" + link.Name + "'";
        }

        if (!field.Name.EndsWith("_id", StringComparison.Ordinal)) return null;
        foreach (Field other in model.Fields)
        {
            if (FieldKinds.IsAttachment(other.Type) && other.Name.Length == field.Name.Length - 3
                && field.Name.StartsWith(other.Name, StringComparison.Ordinal))
            {
                return "the id of the file in '" + other.Name + "'";
            }
        }

        return null;
    }

    private static string TakenPlace(Field field, List<BelongsTo> links)
    {
        foreach (BelongsTo link in links)
        {
            if (HoldsIdOf(field, link)) return link.Name + "_id";
        }

        return field.Name;
    }

    // A file "photo" has its own id under "photo_id", which is where a belongs-to "photo" has its.
    private static bool HoldsIdOf(Field field, BelongsTo link) =>
        field.Name == link.Name + "_id" || (FieldKinds.IsAttachment(field.Type) && field.Name == link.Name);
}
