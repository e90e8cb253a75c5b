using JourneyApps.Emulator;

namespace JourneyApps.Extensions.DependencyInjection.Tests;

/// <summary>Emulators and configurations that lead to them.</summary>
internal static class Servers
{
    public static string Schema { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", "field.schema.xml"));

    public static Task<JourneyEmulator> StartAsync(string token = "O:test-token-1")
        => JourneyEmulator.StartAsync(Schema, new EmulatorOptions { Token = token, Seed = 1 });

    public static Dictionary<string, string?> Configuration(JourneyEmulator emulator, string section = "JourneyApps") => new()
    {
        [$"{section}:BaseAddress"] = emulator.BaseAddress.AbsoluteUri,
        [$"{section}:Token"] = emulator.Token,
    };
}
