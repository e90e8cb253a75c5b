namespace JourneyApps.Generator.Planning;

/// <summary>What the generator does with a schema file.</summary>
internal enum SchemaDisposition
{
    /// <summary>Code is generated from it.</summary>
    Generate,

    /// <summary>Its diagnostics are reported, but no code is generated; one of the diagnostics says why.</summary>
    ValidateOnly,

    /// <summary>It is not a data model, or another file is used instead: nothing is reported.</summary>
    Ignore,
}
