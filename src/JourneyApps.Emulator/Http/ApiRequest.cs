namespace JourneyApps.Emulator.Http;

/// <summary>A request that arrived through a socket or a message handler.</summary>
internal sealed record ApiRequest
{
    /// <summary>The method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path, decoded, from the root of the server.</summary>
    public required string Path { get; init; }

    /// <summary>The path and query as they were sent.</summary>
    public required string RawTarget { get; init; }

    /// <summary>The query with its question mark, or an empty text.</summary>
    public required string QueryString { get; init; }

    /// <summary>The headers; values of the same name are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body; empty if there is none.</summary>
    public required Stream Body { get; init; }

    /// <summary>Whether the request came from a message handler in this process instead of a socket.</summary>
    public bool IsInProcess { get; init; }

    /// <summary>Cancelled when the caller disconnects.</summary>
    public CancellationToken Aborted { get; init; }

    /// <summary>A header's value, or <see langword="null"/>.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}
