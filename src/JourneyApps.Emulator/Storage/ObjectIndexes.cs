using JourneyApps.Emulator.Models;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Storage;

/// <summary>The indexes of a model's table: those that the schema declares, and one per link, which has-many lookups go by.</summary>
internal static class ObjectIndexes
{
    /// <summary>The expression that takes a member out of the stored JSON; the same text in an index and in a query lets the index be used.</summary>
    public static string ValueOf(Member member) => $"json_extract(json, '$.\"{member.Key}\"')";

    /// <summary>The name and the columns of each index.</summary>
    public static IReadOnlyList<(string Name, string Columns)> Of(ServedModel model)
    {
        List<(string Name, string Columns)> indexes = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ModelIndex index in model.Declared.Indexes)
        {
            if (ColumnsOf(model, index) is { } columns && seen.Add(columns)) indexes.Add((NameFor(model, columns), columns));
        }

        foreach (Member link in model.Members)
        {
            if (link.Kind == MemberKind.Link && seen.Add(ValueOf(link))) indexes.Add((NameFor(model, ValueOf(link)), ValueOf(link)));
        }

        return indexes;
    }

    /// <summary>A key of an index as a member: a field, a belongs-to or its id.</summary>
    public static Member? FindKey(ServedModel model, string name) => model.FindName(name) ?? model.FindKey(name);

    private static string? ColumnsOf(ServedModel model, ModelIndex index)
    {
        List<string> columns = [];
        foreach (IndexKey key in index.Keys)
        {
            if (FindKey(model, key.Name) is not { } member) return null;
            columns.Add(ValueOf(member) + (key.Descending ? " DESC" : string.Empty));
        }

        return columns.Count == 0 ? null : string.Join(", ", columns);
    }

    // Named for what it holds, so that a changed schema makes a new one.
    private static string NameFor(ServedModel model, string columns) =>
        $"{ObjectTable.NameOf(model)}_{Hex.Lower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(columns)))[..16]}";
}
