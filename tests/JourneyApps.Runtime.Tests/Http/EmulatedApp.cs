using Acme.Field;
using JourneyApps.Emulator;

namespace JourneyApps.Runtime.Tests.Http;

/// <summary>A client and, at its other end, an emulator in this process.</summary>
internal sealed class EmulatedApp : IAsyncDisposable
{
    private EmulatedApp(JourneyEmulator emulator, FieldApp client)
    {
        Emulator = emulator;
        Client = client;
    }

    public static string Schema { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Models", "field.schema.xml"));

    public JourneyEmulator Emulator { get; }

    public FieldApp Client { get; }

    public JobSet Jobs => Client.Jobs;

    public SiteSet Sites => Client.Sites;

    /// <summary>The requests since the last <see cref="JourneyEmulator.ClearRequests"/>, as "METHOD path body".</summary>
    public IEnumerable<string> Traffic => Emulator.Requests.Select(request => $"{request.Method} {request.PathAndQuery} {request.Body}".TrimEnd());

    public static async Task<EmulatedApp> StartAsync(
        Action<JourneyAppOptions>? client = null, Func<EmulatorOptions, EmulatorOptions>? server = null, TimeProvider? time = null)
    {
        EmulatorOptions emulatorOptions = new() { Seed = 1 };
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schema, server?.Invoke(emulatorOptions) ?? emulatorOptions);
        return new EmulatedApp(emulator, Connect(emulator, client, time));
    }

    public static FieldApp Connect(JourneyEmulator emulator, Action<JourneyAppOptions>? more = null, TimeProvider? time = null)
    {
        var options = new JourneyAppOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = JourneyCredential.NamedToken(emulator.Token),
            RetryDelay = TimeSpan.FromMilliseconds(1),
            TimeProvider = time ?? TimeProvider.System,
        };
        more?.Invoke(options);
        return new FieldApp(options);
    }

    public async Task<Job[]> SeedAsync(int count, Func<int, Job>? make = null)
    {
        Job[] jobs = [.. Enumerable.Range(0, count).Select(i => make?.Invoke(i) ?? new Job { Title = $"job {i:D5}", Crew = i })];
        BatchReport report = await Client.WriteAsync(jobs.Select(BatchOperation.Create));
        Assert.True(report.AllDone, report.ToString());
        Emulator.ClearRequests();
        return jobs;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
