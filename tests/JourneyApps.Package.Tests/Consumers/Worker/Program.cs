using JourneyApps.Emulator;
using JourneyApps.Extensions.DependencyInjection;

// Settings come from the configuration, here the command line: --JourneyApps:Token=…
HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(File.ReadAllText("schema.xml"));
builder.Configuration["JourneyApps:BaseAddress"] ??= emulator.BaseAddress.ToString();
builder.Services.AddJourneyApp<JourneyApp>();
builder.Services.AddHostedService<Import>();
using IHost host = builder.Build();
await host.RunAsync();

/// <summary>Writes one job, reads it back, and ends.</summary>
internal sealed class Import(JourneyApp app, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await app.Jobs.CreateAsync(new Job { Title = "Replace pump" }, stoppingToken);
        Console.WriteLine($"stored: {await app.Jobs.CountAsync(stoppingToken)}");
        lifetime.StopApplication();
    }
}
