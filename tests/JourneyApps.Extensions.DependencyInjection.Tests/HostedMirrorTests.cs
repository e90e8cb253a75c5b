using System.Collections.Concurrent;
using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Mirroring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace JourneyApps.Extensions.DependencyInjection.Tests;

public class HostedMirrorTests
{
    [Fact]
    public async Task A_hosted_mirror_copies_follows_and_ends_with_the_host()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        var table = new SiteTable();
        using IHost host = Build(emulator, table);
        await host.StartAsync();
        await table.Loaded.Task.WaitAsync(TimeSpan.FromSeconds(20));
        FieldApp app = host.Services.GetRequiredService<FieldApp>();
        var site = new Site { Name = "Harbour" };
        await app.Sites.CreateAsync(site);
        await WaitUntilAsync(() => table.Rows.ContainsKey(site.Id.Value));
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_mirror_that_no_waiting_can_help_ends_the_program()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        await emulator.UpdateSchemaAsync(Servers.Schema.Replace("<field name=\"street\" label=\"Street\" type=\"text\" />", "", StringComparison.Ordinal));
        using IHost host = Build(emulator, new SiteTable());
        var stopped = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => stopped.TrySetResult());
        await host.StartAsync();
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_health_check_says_phase_lag_and_last_failure()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        var table = new SiteTable { Fails = true };
        using IHost host = Build(emulator, table);
        HealthCheckService health = host.Services.GetRequiredService<HealthCheckService>();
        await host.StartAsync();
        await table.Failed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        HealthReportEntry entry = default;
        await WaitUntilAsync(async () => (entry = (await health.CheckHealthAsync()).Entries["journeyapps-mirror"]).Exception is not null);
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("the table is full", entry.Description, StringComparison.Ordinal);
        Assert.Equal("Loading", entry.Data["phase.site"]);

        table.Fails = false;
        await WaitUntilAsync(async () => (entry = (await health.CheckHealthAsync()).Entries["journeyapps-mirror"]).Status == HealthStatus.Healthy);
        Assert.Equal("Following", entry.Data["phase.site"]);
        Assert.IsType<double>(entry.Data["lag"]);
        Assert.Contains("the table is full", (string)entry.Data["failure"], StringComparison.Ordinal);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync()).Status);
    }

    [Fact]
    public async Task The_failure_of_the_second_of_two_mirrors_is_in_the_health_check_too()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        SiteTable good = new(), bad = new() { Fails = true };
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Servers.Configuration(emulator));
        builder.Services.AddJourneyApp<FieldApp>()
            .AddJourneyMirror((app, _) => app.CreateMirror(new MirrorBuilder().Add(good)))
            .AddJourneyMirror((app, _) => app.CreateMirror(new MirrorBuilder().Add(bad)))
            .AddMirrorHealthCheck();
        using IHost host = builder.Build();
        HealthCheckService health = host.Services.GetRequiredService<HealthCheckService>();
        await host.StartAsync();
        await bad.Failed.Task.WaitAsync(TimeSpan.FromSeconds(60));

        HealthReportEntry entry = default;
        await WaitUntilAsync(async () => (entry = (await health.CheckHealthAsync()).Entries["journeyapps-mirror"]).Data.ContainsKey("2.failure"));

        Assert.Contains("the table is full", entry.Exception?.Message, StringComparison.Ordinal);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static IHost Build(JourneyEmulator emulator, SiteTable table)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Servers.Configuration(emulator));
        builder.Services.AddSingleton(table);
        builder.Services.AddJourneyApp<FieldApp>().AddJourneyMirror(
            (app, services) => app.CreateMirror(new MirrorBuilder().Add<Site>(services.GetRequiredService<SiteTable>()))).AddMirrorHealthCheck();
        return builder.Build();
    }

    private static Task WaitUntilAsync(Func<bool> holds) => WaitUntilAsync(() => Task.FromResult(holds()));

    private static async Task WaitUntilAsync(Func<Task<bool>> holds)
    {
        for (int i = 0; i < 600 && !await holds(); i++) await Task.Delay(100);
        Assert.True(await holds());
    }

    private sealed class SiteTable : IMirrorHandler<Site>
    {
        public ConcurrentDictionary<string, string?> Rows { get; } = new();

        public TaskCompletionSource Loaded { get; } = new();

        public TaskCompletionSource Failed { get; } = new();

        public bool Fails { get; set; }

        public ValueTask ApplyAsync(MirrorPage<Site> page, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                Failed.TrySetResult();
                throw new IOException("the table is full");
            }

            foreach (MirrorChange<Site> change in page.Changes) Rows[change.Id.Value] = change.Object?.Name;
            if (page.ExistingIds is not null) Loaded.TrySetResult();
            return default;
        }
    }
}
