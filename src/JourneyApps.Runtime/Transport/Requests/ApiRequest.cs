using JourneyApps.Internal.Serialization.Bodies;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>One call of the API, from which each attempt makes its own message.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the base address, with its query.</param>
/// <param name="Operation">What it is for people, logs and activities, such as <c>update</c>.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path, string Operation)
{
    /// <summary>The schema's name of the model; null for calls about no model.</summary>
    public string? Model { get; init; }

    /// <summary>The body; null for none.</summary>
    public JsonBody? Body { get; init; }

    /// <summary>Whether it may be sent again.</summary>
    public RepeatRule Repeat { get; init; } = RepeatRule.Always;

    /// <summary>Whether it changes something, so that failures have an outcome.</summary>
    public bool IsWrite { get; init; }

    /// <summary>A success means that all of it was applied, even when the answer cannot be read. False for batches, whose answer says what was.</summary>
    public bool SuccessMeansApplied { get; init; }

    /// <summary>Whether <c>OBJECT_NOT_FOUND</c> is an answer like any other, and no failure to be logged.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>
    /// What to ask before this is sent again after an attempt whose fate is not known: found means that it was done. Null for requests
    /// that can simply be repeated.
    /// </summary>
    public ApiRequest? LookUp { get; init; }

    /// <summary>What the answer to the look-up says: whether this was done. Null when being there says it.</summary>
    public Func<ApiResponse, bool>? IsDone { get; init; }

    /// <summary>Whether to look up before the first attempt already, because an earlier call left the doubt.</summary>
    public bool LookUpAtOnce { get; init; }

    /// <summary>The entity tag of a kept copy: an unchanged answer is then a 304, which counts as a success. Null for none.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>The media type asked for.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Whether it moves a file, whose transfer has no limit on its total time.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>Limits of this call; null for the client's.</summary>
    public RequestOptions? Options { get; init; }

    /// <summary>The name in messages: the operation and the model.</summary>
    public string Name => Model is null ? Operation : $"{Operation} of {Model}";
}
