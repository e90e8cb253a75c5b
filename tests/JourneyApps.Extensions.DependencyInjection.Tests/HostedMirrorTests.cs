using System.Collections.Concurrent;
using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Mirroring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
        await table.SnapshotComplete.Task.WaitAsync(TimeSpan.FromSeconds(20));
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

    private static IHost Build(JourneyEmulator emulator, SiteTable table)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Servers.Configuration(emulator));
        builder.Services.AddSingleton(table);
        builder.Services.AddJourneyApp<FieldApp>().AddJourneyMirror(
            (app, services) => app.CreateMirror(new MirrorBuilder().Add<Site>(services.GetRequiredService<SiteTable>())));
        return builder.Build();
    }

    private static async Task WaitUntilAsync(Func<bool> holds)
    {
        for (int i = 0; i < 200 && !holds(); i++) await Task.Delay(50);
        Assert.True(holds());
    }

    private sealed class SiteTable : IMirrorHandler<Site>
    {
        public ConcurrentDictionary<string, string?> Rows { get; } = new();

        public TaskCompletionSource SnapshotComplete { get; } = new();

        public ValueTask ApplyAsync(MirrorPage<Site> page, CancellationToken cancellationToken)
        {
            foreach (MirrorChange<Site> change in page.Changes) Rows[change.Id.Value] = change.Object?.Name;
            return default;
        }

        public ValueTask CompleteSnapshotAsync(MirrorSnapshot snapshot, CancellationToken cancellationToken)
        {
            SnapshotComplete.TrySetResult();
            return default;
        }
    }
}
