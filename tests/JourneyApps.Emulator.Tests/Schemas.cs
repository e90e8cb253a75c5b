namespace JourneyApps.Emulator.Tests;

/// <summary>The schemas that the tests serve.</summary>
internal static class Schemas
{
    /// <summary>The schema of the recorded requests: every type of field.</summary>
    public static string Recorded { get; } = Read("Recordings/schema.xml");

    public static string Read(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));
}
