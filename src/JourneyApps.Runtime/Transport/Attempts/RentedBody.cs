namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>A response's body in rented memory. A class, because tasks of classes share code that is compiled before the program
/// starts.</summary>
/// <param name="Buffer">The rented buffer.</param>
/// <param name="Length">The length of its content.</param>
internal sealed record RentedBody(byte[] Buffer, int Length);
