namespace JourneyApps.Runtime.Tests.Http;

/// <summary>A request as the fake server saw it.</summary>
internal sealed record FakeRequest(string Method, Uri Uri, string? Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The path below the base address, with the query.</summary>
    public string Path => Uri.PathAndQuery["/api/v4/d/".Length..];
}
