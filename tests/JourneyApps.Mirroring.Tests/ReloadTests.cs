using System.Globalization;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Records;

namespace JourneyApps.Mirroring.Tests;

/// <summary>Requests to load models again, at moments at which they could be lost.</summary>
public class ReloadTests
{
    [Fact]
    public async Task A_request_that_comes_after_the_checkpoint_was_read_and_before_the_first_step_is_fulfilled_later()
    {
        await using EmulatedCopy copy = await StartAsync();
        await copy.Mirror().ReloadAsync(["job"]);
        using var handler = new AtFirstRequest("/oplog", () => copy.Mirror().ReloadAsync(["site"]));
        using JourneyClient client = EmulatedCopy.Connect(copy.Emulator, options => options.Handler = handler);

        await new DatabaseMirror(client, new SqliteMirrorDatabase(copy.File)).CatchUpAsync();
        Assert.True(handler.HasActed);
        Assert.Equal(["one"], copy.Query("SELECT title FROM job"));
        await copy.Mirror().CatchUpAsync();

        Assert.Equal(["Harbour"], copy.Query("SELECT name FROM site"));
        Assert.Equal([""], copy.Query("SELECT reload FROM _journeyapps_state"));
    }

    [Fact]
    public async Task A_running_worker_notices_such_a_request_too()
    {
        await using EmulatedCopy copy = await StartAsync();
        await copy.Mirror().ReloadAsync(["job"]);
        using var handler = new AtFirstRequest("/oplog", () => copy.Mirror().ReloadAsync(["site"]));
        using JourneyClient client = EmulatedCopy.Connect(copy.Emulator, options => options.Handler = handler);
        using var stop = new CancellationTokenSource();

        Task run = new DatabaseMirror(client, new SqliteMirrorDatabase(copy.File), new DatabaseMirrorOptions { Lease = TimeSpan.FromSeconds(2) }).RunAsync(stop.Token);
        await KillTests.WaitUntilAsync(() => copy.Query("SELECT name FROM site").Length == 1);

        Assert.Equal(["one"], copy.Query("SELECT title FROM job"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task A_running_worker_notices_a_second_request_for_the_model_that_it_has_just_loaded_again()
    {
        await using EmulatedCopy copy = await StartAsync();
        await copy.Mirror().ReloadAsync(["job"]);
        using var stop = new CancellationTokenSource();

        Task run = copy.Mirror(options => options with { Lease = TimeSpan.FromSeconds(6) }).RunAsync(stop.Token);
        await KillTests.WaitUntilAsync(() => copy.Query("SELECT title FROM job").Length == 1);
        copy.Run("DELETE FROM job");
        await copy.Mirror().ReloadAsync(["job"]);
        await KillTests.WaitUntilAsync(() => copy.Query("SELECT title FROM job").Length == 1);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task Requests_at_the_same_time_are_all_kept()
    {
        const int Models = 12;
        string schema = string.Concat(Enumerable.Range(0, Models).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"<model name=\"m{number}\" label=\"M\"><field name=\"title\" label=\"T\" type=\"text\" /><display>x</display></model>")));
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync($"<data-model>{schema}</data-model>");
        await copy.Mirror().CatchUpAsync();
        string[] models = [.. Enumerable.Range(0, Models).Select(number => string.Create(CultureInfo.InvariantCulture, $"m{number}"))];

        await Task.WhenAll(models.Select(model => Task.Run(() => copy.Mirror().ReloadAsync([model]))));

        Assert.Equal(models.Order(StringComparer.Ordinal), copy.Query("SELECT value FROM _journeyapps_state, json_each(reload) ORDER BY value").Order(StringComparer.Ordinal));
    }

    /// <summary>A complete copy of a job and a site, whose rows somebody deleted.</summary>
    private static async Task<EmulatedCopy> StartAsync()
    {
        EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Client.Objects("site").CreateAsync(new JourneyRecord("site") { ["name"] = "Harbour" });
        await copy.Mirror().CatchUpAsync();
        copy.Run("DELETE FROM job");
        copy.Run("DELETE FROM site");
        return copy;
    }

    /// <summary>Does something before the first request whose path ends in a given way is sent.</summary>
    private sealed class AtFirstRequest(string end, Func<Task> act) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _requests;

        public bool HasActed => _requests > 0;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isMeant = request.RequestUri!.AbsolutePath.Contains(end, StringComparison.Ordinal);
            if (isMeant && Interlocked.Increment(ref _requests) == 1) await act();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
