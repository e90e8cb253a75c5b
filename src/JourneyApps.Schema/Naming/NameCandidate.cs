namespace JourneyApps.Schema.Naming;

/// <summary>Something that needs a name in a scope. <see cref="NameScope.Assign"/> decides the name.</summary>
/// <param name="plain">The name that it gets if the name is free.</param>
/// <param name="schemaName">Its name in the schema; decides between two candidates for one name.</param>
/// <param name="suffix">The suffix that is added if the plain name is reserved, or taken by a candidate of another rank.</param>
/// <param name="rank">Lower ranks get names first: fields before relationships.</param>
/// <param name="owner">The schema's name of the model, when candidates of several models are in one scope.</param>
/// <param name="chosen">The name that <c>schema.names</c> gives it, if any.</param>
internal sealed class NameCandidate(
    string plain, string schemaName, string suffix = "", int rank = 0, string owner = "", string? chosen = null)
{
    public string Plain { get; } = plain;

    public string SchemaName { get; } = schemaName;

    public string Owner { get; } = owner;

    public string Suffix { get; } = suffix;

    public int Rank { get; } = rank;

    public string? Override { get; } = chosen;

    /// <summary>The assigned name; empty before the assignment.</summary>
    public string Name { get; set; } = "";

    /// <summary>How the name was decided.</summary>
    public NameResolution Resolution { get; set; }
}
