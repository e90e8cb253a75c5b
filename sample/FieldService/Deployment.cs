using JourneyApps.Mirroring;
using JourneyApps.Oplog;
using JourneyApps.Emulator;
namespace FieldService;

/// <summary>Where the day happens: a real deployment, or an emulator in this process.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    /// <summary>The environment variable with the token of a real deployment; never a command-line argument, which others can see.</summary>
    public const string TokenVariable = "JOURNEYAPPS_TOKEN";

    private readonly JourneyEmulator? _emulator;

    private Deployment(JourneyApp app, bool isWritable, JourneyEmulator? emulator)
    {
        App = app;
        IsWritable = isWritable;
        _emulator = emulator;
    }

    /// <summary>The client.</summary>
    public JourneyApp App { get; }

    /// <summary>Whether the steps that change data may run.</summary>
    public bool IsWritable { get; }

    /// <summary>Connects, or says why not and gives <see langword="null"/>.</summary>
    public static async Task<Deployment?> OpenAsync(Uri? baseUrl, bool write)
    {
        if (baseUrl is null)
        {
            JourneyEmulator emulator = await JourneyEmulator.StartAsync(ReadSchema());
            Screen.Line($"[grey]No --base-url given: emulator at {emulator.BaseAddress}[/]");
            return new(Connect(emulator.BaseAddress, emulator.Token), isWritable: true, emulator);
        }

        if (Environment.GetEnvironmentVariable(TokenVariable) is not { Length: > 0 } token)
        {
            Screen.Line($"[red]Set {TokenVariable} to a named token of {baseUrl} and run again.[/]");
            return null;
        }

        try
        {
            return new(Connect(baseUrl, token), write, emulator: null);
        }
        catch (ArgumentException refused)
        {
            Screen.Line($"[red]{refused.Message}[/]");
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        App.Dispose();
        if (_emulator is not null) await _emulator.DisposeAsync();
    }

    private static JourneyApp Connect(Uri baseAddress, string token) =>
        new(new JourneyAppOptions { BaseAddress = baseAddress, Credential = JourneyCredential.NamedToken(token) });

    private static string ReadSchema()
    {
        using Stream schema = typeof(Deployment).Assembly.GetManifestResourceStream("schema.xml")!;
        using StreamReader reader = new(schema);
        return reader.ReadToEnd();
    }
}
