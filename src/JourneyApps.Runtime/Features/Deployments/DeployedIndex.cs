namespace JourneyApps.Deployments;

/// <summary>An index of the deployment's database (<c>indexes.json</c>, not in the official reference).</summary>
/// <param name="Model">The schema's name of the model.</param>
/// <param name="Name">The index's name.</param>
/// <param name="Keys">Its keys in order, each with what the database says of it: <c>1</c> ascending, <c>-1</c> descending, or a
/// word.</param>
/// <param name="Status">The server's word: <c>ready</c> or <c>pending</c>.</param>
/// <param name="Type">The server's word: <c>schema</c>, <c>adhoc</c> or <c>internal</c>.</param>
public sealed record DeployedIndex(
    string Model, string? Name, IReadOnlyList<KeyValuePair<string, string>> Keys, string? Status, string? Type)
{
    /// <summary>Whether queries can use it.</summary>
    public bool IsReady => Status == "ready";

    /// <summary>How many queries used it since <see cref="UsedSince"/>; null when the server does not count.</summary>
    public long? Queries { get; init; }

    /// <summary>Since when <see cref="Queries"/> counts; null when the server does not say.</summary>
    public DateTimeOffset? UsedSince { get; init; }
}
