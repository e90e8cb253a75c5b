namespace JourneyApps.Schema.Naming;

/// <summary>A model to generate, with all names assigned. Related models are known by their C# names only.</summary>
/// <param name="SchemaName">The name in the schema, in URLs and in JSON.</param>
/// <param name="Label">The label in the app.</param>
/// <param name="Sensitive">Whether the model is classified as sensitive.</param>
/// <param name="Names">The types of this model.</param>
/// <param name="Fields">The fields that are generated; their position is the member's index.</param>
/// <param name="BelongsTo">The belongs-to that are generated; their ids follow the fields in the member index.</param>
/// <param name="HasMany">The has-many that are generated.</param>
internal sealed record ModelSpec(
    string SchemaName,
    string Label,
    bool Sensitive,
    ModelTypeNames Names,
    EquatableArray<FieldSpec> Fields,
    EquatableArray<BelongsToSpec> BelongsTo,
    EquatableArray<HasManySpec> HasMany)
{
    /// <summary>The record of a row in a copy; <see langword="null"/> if rows are not generated.</summary>
    public RowSpec? Row { get; init; }
}
