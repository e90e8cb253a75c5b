namespace JourneyApps.Generator.Diagnostics;

/// <summary>The diagnostics about code that uses models, sets and field tokens.</summary>
internal static class UsageRules
{
    public static readonly SchemaRule ModelHasAnotherName = Error("JA2071", "Model has another name in C#",
        "'{0}' is {1}; write '{2}', because C# already uses the model's name");

    public static readonly SchemaRule FieldOfRelatedObject = Error("JA2072", "Query reads a field of a related object",
        "A query cannot read '{0}' of the related object; read the objects that match first, and write {1}.In(…) with their ids");

    public static readonly SchemaRule FieldAsValue = Error("JA2073", "Field of a query used as a value",
        "'{0}' names a field and has no value here; write {1}");

    public static readonly SchemaRule QueryInSet = Error("JA2074", "Query assigned to a set",
        "'{0}' is the set '{1}', which cannot contain a query; declare it as '{2}', and write AsQuery() after the set");

    public static readonly SchemaRule OptionInPattern = Error("JA2075", "Option in a pattern that matches a choice",
        "'{0}' is an option and '{1}' is a choice; match its Value instead, or compare with ==");

    /// <summary>All of them, ordered by id.</summary>
    public static IReadOnlyList<SchemaRule> All { get; } =
        [ModelHasAnotherName, FieldOfRelatedObject, FieldAsValue, QueryInSet, OptionInPattern];

    private static SchemaRule Error(string id, string title, string message) => new(id, title, message, SchemaSeverity.Error);
}
