namespace JourneyApps.Schema;

/// <content>Rules about indexes.</content>
public static partial class SchemaRules
{
    /// <summary>JA1501: undefined index key. Argument: the key.</summary>
    public static SchemaRule IndexKeyUndefined { get; } = Error(
        "JA1501",
        "Undefined index key",
        "'{0}' is neither a field nor a belongs-to of this model: list names separated by commas, without spaces, a relationship by its name without _id");

    /// <summary>JA1502: a field that cannot be indexed. Argument: the field.</summary>
    public static SchemaRule IndexKeyNotIndexable { get; } = Error(
        "JA1502",
        "A field that cannot be indexed",
        "The field '{0}' cannot be indexed: files and multiple choices cannot");

    /// <summary>JA1503: unknown database. Argument: the value.</summary>
    public static SchemaRule IndexDatabaseInvalid { get; } = Error(
        "JA1503",
        "Unknown database",
        "'{0}' is no database of an index: write app, cloud or app,cloud");

    private static SchemaRule[] IndexRules =>
    [
        IndexKeyUndefined, IndexKeyNotIndexable, IndexDatabaseInvalid,
    ];
}
