namespace JourneyApps.Deployments;

/// <summary>A field of the deployed data model.</summary>
/// <param name="Name">The schema's name.</param>
/// <param name="Type">The schema's word for its type, such as <c>single-choice</c>; empty when the server gave none.</param>
public sealed record DeployedField(string Name, string Type)
{
    /// <summary>The label; null when the server gave none.</summary>
    public string? Label { get; init; }

    /// <summary>Of a text: what kind of text, such as <c>email</c>; null for plain text.</summary>
    public string? Subtype { get; init; }

    /// <summary>Of a choice or boolean: keys and labels in the server's order, all as text. A label is empty when the server gave none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];
}
