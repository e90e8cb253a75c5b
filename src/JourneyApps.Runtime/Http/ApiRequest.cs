namespace JourneyApps.Http;

/// <summary>One call of the API, from which each attempt makes its own message.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the base address, with its query.</param>
/// <param name="Operation">What it is for people, logs and activities, such as <c>update</c>.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path, string Operation)
{
    /// <summary>The schema's name of the model; null for calls about no model.</summary>
    public string? Model { get; init; }

    /// <summary>The body; null for none.</summary>
    public ApiBody? Body { get; init; }

    /// <summary>Whether it may be sent again.</summary>
    public RepeatRule Repeat { get; init; } = RepeatRule.Always;

    /// <summary>Whether it changes something, so that failures have an outcome.</summary>
    public bool IsWrite { get; init; }

    /// <summary>A success means that all of it was applied, even when the answer cannot be read. False for batches, whose answer says what was.</summary>
    public bool SuccessMeansApplied { get; init; }

    /// <summary>The entity tag of a kept copy: an unchanged answer is then a 304, which counts as a success. Null for none.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>The media type asked for.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Limits of this call; null for the client's.</summary>
    public RequestOptions? Options { get; init; }

    /// <summary>The name in messages: the operation and the model.</summary>
    public string Name => Model is null ? Operation : $"{Operation} of {Model}";
}
