namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>A response is larger than the options allow to read into memory.</summary>
internal sealed class BodyTooLargeException() : IOException("The response is larger than JourneyAppOptions.MaxResponseBytes allows.");
