namespace JourneyApps.Emulator.Http;

/// <summary>What the caller gets to see of an answer.</summary>
/// <param name="Response">The answer; <see langword="null"/> when the connection is cut before any of it.</param>
/// <param name="CutAfterBytes">The connection is cut after this much of the body; <see langword="null"/> for the whole.</param>
/// <param name="Pace">How slowly the body comes; <see langword="null"/> for at once.</param>
internal sealed record ApiDelivery(ApiResponse? Response, long? CutAfterBytes = null, DeliveryPace? Pace = null);
