using JourneyApps.Mirroring;
using JourneyApps.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MeterMirror;

/// <summary>Configures the program: the client, the copy, the mirror between them.</summary>
internal static class MirrorHost
{
    public static IHost Create(string[] args, string databaseFile, MirrorNews news, JourneyEmulator? emulator)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton(_ => new CopyDatabase(databaseFile));
        builder.Services.AddSingleton<MeterTable>();
        builder.Services.AddSingleton<ReadingTable>();
        builder.Services
            .AddJourneyApp<JourneyApp>(options =>
            {
                if (emulator is null) return;
                options.BaseAddress = emulator.BaseAddress;
                options.Credential = JourneyCredential.NamedToken(emulator.Token);
            })
            .AddJourneyMirror((app, services) => app.Mirror(
                m => m.Meters(services.GetRequiredService<MeterTable>()).Readings(services.GetRequiredService<ReadingTable>()),
                new MirrorOptions { Checkpoints = services.GetRequiredService<CopyDatabase>(), Progress = news }));
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
}
