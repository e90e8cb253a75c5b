namespace JourneyApps.Schema.Json;

/// <summary>Why a text is not JSON.</summary>
/// <param name="Expected">What should have stood there.</param>
/// <param name="Span">Where.</param>
internal sealed record JsonFault(string Expected, TextSpan Span);
