using JourneyApps.Emulator;
using JourneyApps.Mirroring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeterMirror;

/// <summary>Configures the program: the client, and the copy of all models in a SQLite file.</summary>
internal static class MirrorHost
{
    public static IHost Create(string[] args, string file, IProgress<DatabaseMirrorProgress> news, JourneyEmulator? emulator)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services
            .AddJourneyApp<JourneyApp>(options => UseEmulator(options, emulator))
            .AddDatabaseMirror(mirror => mirror.UseSqlite(file).AllModels().Configure(options => options with { Progress = news }))
            .AddDatabaseMirrorHealthCheck();
        return builder.Build();
    }

    /// <summary>Whether a deployment is configured: <c>JourneyApps:BaseAddress</c>, as an argument, in the environment or in appsettings.json.</summary>
    public static bool HasDeployment(string[] args) => Host.CreateApplicationBuilder(args).Configuration["JourneyApps:BaseAddress"] is { Length: > 0 };

    /// <summary>The schema that the models were generated from, for the emulator.</summary>
    public static string ReadSchema()
    {
        using StreamReader reader = new(typeof(MirrorHost).Assembly.GetManifestResourceStream("schema.xml")!);
        return reader.ReadToEnd();
    }

    // With a deployment, base address and token come from the configuration.
    private static void UseEmulator(JourneyAppOptions options, JourneyEmulator? emulator)
    {
        if (emulator is null) return;
        options.BaseAddress = emulator.BaseAddress;
        options.Credential = JourneyCredential.NamedToken(emulator.Token);
    }
}
