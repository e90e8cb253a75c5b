namespace JourneyApps;

/// <summary>What a call gave, and the answer that it came out of.</summary>
/// <typeparam name="TValue">What the call gives.</typeparam>
/// <param name="Value">What the call gave.</param>
/// <param name="Response">
/// The answer's status, headers and JSON, to be kept as long as wanted. Of a call that made several requests (pages, repeats, look-ups) the last success;
/// null when none was needed, such as for an update without changes.
/// </param>
public sealed record JourneyResponse<TValue>(TValue Value, RawResponse? Response);
