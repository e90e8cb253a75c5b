using JourneyApps.Internal.Features.Mirroring.Rules;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A result of a request.</summary>
/// <param name="Turn">The turn in which it was requested.</param>
/// <param name="Input">What was read; null if the request failed.</param>
/// <param name="Fault">Why it failed; null if it did not.</param>
internal readonly record struct RequestResult(int Turn, MirrorInput? Input, Exception? Fault);
