using Acme.Field;
using JourneyApps.Emulator;
using JourneyApps.Mirroring;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Extensions.DependencyInjection.Tests;

public sealed class HostedDatabaseMirrorTests : IDisposable
{
    private const string CheckName = "journeyapps-database-mirror";

    private readonly string _folder = Directory.CreateTempSubdirectory("journeyapps-").FullName;

    private string File => Path.Combine(_folder, "copy.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_hosted_copy_is_loaded_follows_and_ends_with_the_host()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        await emulator.SeedAsync("site", """{"name":"Depot"}""");
        using IHost host = Build(emulator);
        await host.StartAsync();
        await UntilAsync(() => Task.FromResult(Names().SequenceEqual(["Depot"])));

        FieldApp app = host.Services.GetRequiredService<FieldApp>();
        var site = new Site { Name = "Harbor" };
        await app.Sites.CreateAsync(site);
        await UntilAsync(() => Task.FromResult(Names().SequenceEqual(["Depot", "Harbor"])));
        await app.Sites.DeleteAsync(site);
        await UntilAsync(() => Task.FromResult(Scalar("SELECT count(*) FROM site WHERE _deleted_at IS NOT NULL") == 1));

        HealthReportEntry entry = await CheckAsync(host, HealthStatus.Healthy);
        Assert.Equal("Following", entry.Data["phase.site"]);
        Assert.IsType<double>(entry.Data["lag"]);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await CheckAsync(host, HealthStatus.Unhealthy, "The mirror ended.");
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_for_a_while_continues_by_itself()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        await emulator.SeedAsync("site", """{"name":"Depot"}""");
        var lines = new KeptLines();
        using IHost host = Build(emulator, lines: lines);
        await host.StartAsync();
        await UntilAsync(() => Task.FromResult(Names().Count == 1));
        await using (SqliteConnection other = new($"Data Source={File};Pooling=false"))
        {
            other.Open();
            Execute(other, "BEGIN EXCLUSIVE");
            await emulator.SeedAsync("site", """{"name":"Harbor"}""");
            await UntilAsync(() => Task.FromResult(lines.Text.Contains($"A lock in {File}", StringComparison.Ordinal)));
            Assert.Contains(File, lines.Text, StringComparison.Ordinal);
            Execute(other, "ROLLBACK");
        }

        await UntilAsync(() => Task.FromResult(Names().Count == 2));
        await CheckAsync(host, HealthStatus.Healthy);
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_view_on_a_column_that_is_no_longer_written_is_degraded_and_named()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        await emulator.SeedAsync("site", """{"name":"Depot","street":"Kai 1"}""");
        using IHost host = Build(emulator);
        await host.StartAsync();
        await CheckAsync(host, HealthStatus.Healthy);
        await using (SqliteConnection other = new($"Data Source={File};Pooling=false"))
        {
            other.Open();
            Execute(other, "CREATE VIEW streets AS SELECT street FROM site");
        }

        await emulator.UpdateSchemaAsync(Servers.Schema.Replace("<field name=\"street\" label=\"Street\" type=\"text\" />", "", StringComparison.Ordinal));
        await emulator.SeedAsync("site", """{"name":"Harbor"}""");

        await CheckAsync(host, HealthStatus.Degraded, "streets");
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_second_host_waits_for_the_first_and_takes_over()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        using IHost first = Build(emulator);
        await first.StartAsync();
        await CheckAsync(first, HealthStatus.Healthy);
        var lines = new KeptLines();
        using IHost second = Build(emulator, lines: lines);
        await second.StartAsync();
        await UntilAsync(() => Task.FromResult(lines.Text.Contains("Another worker", StringComparison.Ordinal)));
        await first.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));

        await emulator.SeedAsync("site", """{"name":"Depot"}""");
        await UntilAsync(() => Task.FromResult(Names().Count == 1));
        await second.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_host_whose_mirror_failed_is_healthy_when_another_one_keeps_the_copy_up_to_date()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000));
        var lines = new KeptLines();
        var time = new ManualTime();
        using IHost failed = Build(emulator, lines: lines, time: time);
        await failed.StartAsync();
        await UntilAsync(() => Task.FromResult(lines.Text.Contains("it restarts in", StringComparison.Ordinal)));
        System.IO.File.Delete(File);
        using IHost other = Build(emulator);
        await other.StartAsync();
        await CheckAsync(other, HealthStatus.Healthy);
        await UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(lines.Text.Contains("Another worker", StringComparison.Ordinal));
        });
        time.Advance(TimeSpan.FromMinutes(1));

        HealthReportEntry entry = await CheckAsync(failed, HealthStatus.Healthy);

        Assert.DoesNotContain("Last failure", entry.Description, StringComparison.Ordinal);
        Assert.Null(entry.Exception);
        await failed.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
        await other.StopAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_model_that_the_deployment_does_not_have_ends_the_program()
    {
        await using JourneyEmulator emulator = await Servers.StartAsync();
        var lines = new KeptLines();
        using IHost host = Build(emulator, mirror => mirror.Models("gadget"), lines);
        var stopped = new TaskCompletionSource();
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => stopped.TrySetResult());
        await host.StartAsync();
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains("'gadget'", lines.Text, StringComparison.Ordinal);
    }

    private IHost Build(JourneyEmulator emulator, Action<DatabaseMirrorBuilder>? more = null, KeptLines? lines = null, TimeProvider? time = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Servers.Configuration(emulator));
        // A result of the health check is kept for 10 s of this clock.
        builder.Services.AddSingleton<TimeProvider>(new FastTime(5));
        if (lines is not null) builder.Logging.AddProvider(lines);
        if (time is not null) builder.Services.AddSingleton(time);
        builder.Services.AddJourneyApp<FieldApp>()
            .AddDatabaseMirror(mirror =>
            {
                mirror.UseSqlite(File).Models("site").MarkDeletes().Configure(options => options with
                {
                    // The health check sees what a worker notes each time it renews its lease, which is after a third of it.
                    Lease = TimeSpan.FromSeconds(6),
                    Reading = options.Reading with { PollInterval = TimeSpan.FromSeconds(1) },
                });
                more?.Invoke(mirror);
            })
            .AddDatabaseMirrorHealthCheck();
        return builder.Build();
    }

    private static async Task<HealthReportEntry> CheckAsync(IHost host, HealthStatus status, string part = "")
    {
        HealthCheckService health = host.Services.GetRequiredService<HealthCheckService>();
        HealthReportEntry entry = default;
        await UntilAsync(async () => (entry = (await health.CheckHealthAsync()).Entries[CheckName]).Status == status
            && entry.Description!.Contains(part, StringComparison.Ordinal));
        return entry;
    }

    private List<string> Names()
    {
        if (!System.IO.File.Exists(File)) return [];
        try
        {
            using SqliteConnection connection = new($"Data Source={File};Pooling=false");
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM site ORDER BY name";
            using SqliteDataReader reader = command.ExecuteReader();
            List<string> names = [];
            while (reader.Read()) names.Add(reader.GetString(0));
            return names;
        }
        catch (SqliteException)
        {
            // The table is not there yet.
            return [];
        }
    }

    private long Scalar(string sql)
    {
        using SqliteConnection connection = new($"Data Source={File};Pooling=false");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (int i = 0; i < 900 && !await holds(); i++) await Task.Delay(100);
        Assert.True(await holds());
    }
}
