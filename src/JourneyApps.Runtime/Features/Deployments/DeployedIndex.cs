namespace JourneyApps.Deployments;

/// <summary>An index of the deployment's database (<c>indexes.json</c>, not in the official reference).</summary>
/// <param name="Model">The model's name in the schema.</param>
/// <param name="Name">The index's name.</param>
/// <param name="Keys">The keys in order, each with the database's description: <c>1</c> for ascending, <c>-1</c> for descending, or a
/// word.</param>
/// <param name="Status">The server's term: <c>ready</c> or <c>pending</c>.</param>
/// <param name="Type">The server's term: <c>schema</c>, <c>adhoc</c> or <c>internal</c>.</param>
public sealed record DeployedIndex(
    string Model, string? Name, IReadOnlyList<KeyValuePair<string, string>> Keys, string? Status, string? Type)
{
    /// <summary>Whether queries can use it.</summary>
    public bool IsReady => Status == "ready";

    /// <summary>The number of queries that used the index since <see cref="UsedSince"/>; null if the server does not count them.</summary>
    public long? Queries { get; init; }

    /// <summary>The start of the period that <see cref="Queries"/> covers; null if the server does not state it.</summary>
    public DateTimeOffset? UsedSince { get; init; }
}
