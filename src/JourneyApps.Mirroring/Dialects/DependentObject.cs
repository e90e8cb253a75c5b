namespace JourneyApps.Mirroring;

/// <summary>A view, an index or a trigger, created by you, that uses a table or column of the copy.</summary>
/// <param name="Kind">The word for the object: <c>view</c>, <c>materialized view</c>, <c>index</c> or <c>trigger</c>.</param>
/// <param name="Name">Its name as SQL writes it, with the SQL schema if it has one.</param>
/// <param name="DropText">The statement that drops it.</param>
/// <param name="CreateText">The statement that creates it as it is now; null if the database does not tell.</param>
public sealed record DependentObject(string Kind, string Name, string DropText, string? CreateText)
{
    /// <summary>Says what uses something, as the end of a sentence, such as <c>the view money uses it</c>.</summary>
    /// <param name="users">What uses it; at least one.</param>
    /// <param name="adverb">A word before the verb, with a space at its end; empty for none.</param>
    internal static string Use(IReadOnlyList<DependentObject> users, string adverb = "")
    {
        string names = string.Join(", ", users.Select(static user => $"the {user.Kind} {user.Name}"));
        return $"{names} {adverb}{(users.Count == 1 ? "uses" : "use")} it";
    }
}
