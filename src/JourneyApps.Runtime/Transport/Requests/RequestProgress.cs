using System.Net.Http.Headers;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>What is known about a request over all its attempts.</summary>
internal sealed class RequestProgress
{
    /// <summary>The number of attempts.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the outcome of an attempt is unknown; a later refusal then does not mean that nothing was applied.</summary>
    public bool HadUnknown { get; set; }

    /// <summary>Whether an attempt is in progress and has begun to send.</summary>
    public bool UnderWay { get; set; }

    /// <summary>Whether the result comes from a look-up instead of the request itself.</summary>
    public bool WasFound { get; set; }

    /// <summary>The error of the last failed attempt, or null.</summary>
    public JourneyApiException? LastFailure { get; set; }

    /// <summary>The authorization header of the last attempt.</summary>
    public AuthenticationHeaderValue? Header { get; set; }

    /// <summary>How often it is sent at most.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>When the deadline ends; null without a deadline.</summary>
    public required DateTimeOffset? EndsAt { get; init; }

    /// <summary>By when an attempt has to begin: a wait that leaves less than a tenth of the deadline is not begun. Null without a
    /// deadline.</summary>
    public required DateTimeOffset? LatestStart { get; init; }

    /// <summary>Whether the client waits after a 429 before the next attempt is sent.</summary>
    public bool WaitsAtGate { get; init; } = true;
}
