using JourneyApps.Internal.Serialization.Bodies;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>A call of the API, from which each attempt creates its own message.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path below the base address, with its query.</param>
/// <param name="Operation">Its name in messages, logs and activities, such as <c>update</c>.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path, string Operation)
{
    /// <summary>The model's schema name; null for calls that do not concern a model.</summary>
    public string? Model { get; init; }

    /// <summary>The body; null for none.</summary>
    public JsonBody? Body { get; init; }

    /// <summary>Whether it can be sent again.</summary>
    public RepeatRule Repeat { get; init; } = RepeatRule.Always;

    /// <summary>Whether it writes, so that failures have an outcome.</summary>
    public bool IsWrite { get; init; }

    /// <summary>A success status means that the write was applied, even if the response cannot be read. False for batches, whose response
    /// says what was applied.</summary>
    public bool SuccessMeansApplied { get; init; }

    /// <summary>Whether <c>OBJECT_NOT_FOUND</c> is an expected response, which is not logged as a failure.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>The request that finds out, after an attempt with an unknown outcome, whether this one was applied. Null for requests that
    /// can simply be repeated.</summary>
    public ApiRequest? LookUp { get; init; }

    /// <summary>Whether the look-up's response shows that this was applied. Null if it is enough that the object exists.</summary>
    public Func<ApiResponse, bool>? IsDone { get; init; }

    /// <summary>Whether to look up before the first attempt, because the outcome of an earlier call is unknown.</summary>
    public bool LookUpAtOnce { get; init; }

    /// <summary>The entity tag of a kept copy; a 304 then counts as a success. Null for none.</summary>
    public string? IfNoneMatch { get; init; }

    /// <summary>The requested media type.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>Whether it transfers a file, which has no limit on its total time.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>Limits of this call; null for the client's.</summary>
    public RequestOptions? Options { get; init; }

    /// <summary>The name in messages: the operation and the model.</summary>
    public string Name => Model is null ? Operation : $"{Operation} of {Model}";
}
