namespace JourneyApps.Schema.Parsed;

/// <summary>The kind of an element of a data model.</summary>
internal enum ElementKind
{
    /// <summary>A model.</summary>
    Model,

    /// <summary>A field.</summary>
    Field,

    /// <summary>An option of a field.</summary>
    Option,

    /// <summary>A belongs-to.</summary>
    BelongsTo,

    /// <summary>A has-many.</summary>
    HasMany,
}
