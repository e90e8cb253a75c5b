using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;

namespace JourneyApps.Emulator.Querying;

/// <summary>One key of an order.</summary>
/// <param name="Column">The SQL expression that is sorted by.</param>
/// <param name="IsText">Whether it is text, whose case an assumption may ignore.</param>
/// <param name="Descending">From large to small.</param>
internal sealed record SortKey(string Column, bool IsText, bool Descending)
{
    /// <summary>The key of a name: a field, a link, or the time of change in either spelling.</summary>
    /// <exception cref="ApiException">There is no such field, or it has no order.</exception>
    public static SortKey Of(ServedModel model, string name, bool descending)
    {
        Member? member = model.FindName(name) ?? model.FindKey(name);
        if (member is null)
        {
            return name switch
            {
                "updated_at" or "_updated_at" => new("updated_at", false, descending),
                "id" => new("id", false, descending),
                "$natural" => new("row", false, descending),
                _ => throw new ApiException(ApiError.InvalidRequest($"Cannot sort by '{name}': it is not a field of '{model.Name}'.")),
            };
        }

        if (member.Kind is MemberKind.Choices or MemberKind.IntegerChoices or MemberKind.Location or MemberKind.Attachment or MemberKind.Track)
        {
            throw new ApiException(ApiError.InvalidRequest($"Cannot sort by '{name}': its values have no order."));
        }

        return new(ObjectIndexes.ValueOf(member), member.Kind is MemberKind.Text or MemberKind.Choice, descending);
    }

    /// <summary>The ORDER BY of some keys; ties go by id.</summary>
    public static string OrderBy(IReadOnlyList<SortKey> keys, Assumptions assumptions) =>
        string.Join(", ", keys.Select(key => key.Sql(assumptions)).Append("id"));

    private string Sql(Assumptions assumptions)
    {
        string collation = IsText && assumptions.SortIgnoresCase ? " COLLATE NOCASE" : string.Empty;
        string direction = Descending ? " DESC" : " ASC";
        string nulls = assumptions.NullsFirst ? string.Empty : Descending ? " NULLS FIRST" : " NULLS LAST";
        return Column + collation + direction + nulls;
    }
}
