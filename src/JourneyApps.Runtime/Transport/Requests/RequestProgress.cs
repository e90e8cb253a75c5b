using System.Net.Http.Headers;

namespace JourneyApps.Internal.Transport.Requests;

/// <summary>What is known about one request over all its attempts.</summary>
internal sealed class RequestProgress
{
    /// <summary>How often it was sent, or tried to be.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the fate of one of its attempts is not known: then no later refusal can say that nothing was applied.</summary>
    public bool HadUnknown { get; set; }

    /// <summary>Whether an attempt is between its first byte and its end.</summary>
    public bool UnderWay { get; set; }

    /// <summary>Whether the result is what a look-up found, instead of the answer to the request itself.</summary>
    public bool WasFound { get; set; }

    /// <summary>Why the last attempt failed; null when none did.</summary>
    public JourneyApiException? LastFailure { get; set; }

    /// <summary>The header that the last attempt carried.</summary>
    public AuthenticationHeaderValue? Header { get; set; }

    /// <summary>How often it is sent at most.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>When its time is up; null without a deadline.</summary>
    public required DateTimeOffset? EndsAt { get; init; }
}
