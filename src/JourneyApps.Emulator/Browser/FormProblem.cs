namespace JourneyApps.Emulator.Browser;

/// <summary>A form that was refused.</summary>
/// <param name="Message">Why.</param>
/// <param name="Given">The values in the form; undefined if there are none.</param>
internal sealed record FormProblem(string Message, JsonElement Given);
