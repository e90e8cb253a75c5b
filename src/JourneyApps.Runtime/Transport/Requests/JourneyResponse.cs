namespace JourneyApps;

/// <summary>The result of a call and its response.</summary>
/// <typeparam name="TValue">The type of the result.</typeparam>
/// <param name="Value">The result.</param>
/// <param name="Raw">Status, headers and JSON, which can be kept. For a call of several requests (pages, repeats, look-ups) the last
/// successful response; null if no request was needed, as for an update without changes.</param>
public sealed record JourneyResponse<TValue>(TValue Value, RawResponse? Raw);
