using JourneyApps.Emulator;

namespace JourneyTests;

/// <summary>An emulator of the app in the process of the tests, and a client of it.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    public JourneyEmulator Emulator { get; private set; } = null!;

    public JourneyApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string schema = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "schema.xml"));
        Emulator = await JourneyEmulator.StartAsync(schema);
        App = new JourneyApp(new JourneyAppOptions
        {
            BaseAddress = Emulator.BaseAddress,
            Credential = JourneyCredential.NamedToken(Emulator.Token),
        });
    }

    public async ValueTask DisposeAsync()
    {
        App.Dispose();
        await Emulator.DisposeAsync();
    }
}
