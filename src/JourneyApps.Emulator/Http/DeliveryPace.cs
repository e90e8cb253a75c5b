namespace JourneyApps.Emulator.Http;

/// <summary>How slowly a body comes.</summary>
/// <param name="PieceBytes">How much of it comes at once.</param>
/// <param name="PauseAsync">Waits before each piece.</param>
internal sealed record DeliveryPace(int PieceBytes, Func<CancellationToken, Task> PauseAsync);
