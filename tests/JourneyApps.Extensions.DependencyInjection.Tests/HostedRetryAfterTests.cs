using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Acme.Field;
using JourneyApps.Mirroring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Extensions.DependencyInjection.Tests;

/// <summary>A hosted mirror whose first request is refused with a 429, in a real host: whatever <c>Retry-After</c> says, the host goes on, and the mirror works as
/// soon as it may.</summary>
public class HostedRetryAfterTests
{
    [Fact]
    public async Task No_value_of_Retry_After_stops_the_host()
    {
        string[] values = ["0", "-1", "abc", "Thu, 01 Jan 2015 00:00:00 GMT", "3600", "86400", "2147483647", "9223372036854775807", "Fri, 31 Dec 9999 23:59:59 GMT"];
        string[] outcomes = await Task.WhenAll(values.Select((value, place) => RunAsync(value, $"x{place}")));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, values.Zip(outcomes, static (value, outcome) => $"{value}: {outcome}")));
        Assert.All(outcomes, static outcome => Assert.EndsWith("the host ran", outcome, StringComparison.Ordinal));
        Assert.All(outcomes[..4], static outcome => Assert.StartsWith("copied", outcome, StringComparison.Ordinal));
        // MaxRetryAfter is 6 s here: the second run of the mirror, after 5 s, still finds the client waiting; the third succeeds.
        Assert.All(outcomes[4..], static outcome => Assert.StartsWith("copied", outcome, StringComparison.Ordinal));
    }

    // Each host has its own deployment: clients of one base address wait together after a 429.
    private static async Task<string> RunAsync(string retryAfter, string deployment)
    {
        using var server = new RefusingServer(retryAfter);
        var table = new Table();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["JourneyApps:BaseAddress"] = $"https://{deployment}.backend.us.journeyapps.com/api/v4/d",
            ["JourneyApps:Token"] = "O:t",
            ["JourneyApps:Deadline"] = "00:00:05",
            ["JourneyApps:MaxRetryAfter"] = "00:00:06",
        });
        builder.Services.AddSingleton(table);
        builder.Services.AddJourneyApp<FieldApp>(options => options.Handler = server).AddJourneyMirror(
            (app, services) => app.CreateMirror(new MirrorBuilder().Add<Site>(services.GetRequiredService<Table>())));
        var lines = new KeptLines();
        builder.Logging.AddProvider(lines);
        using IHost host = builder.Build();
        bool stopped = false;
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => stopped = true);
        await host.StartAsync();
        Task first = await Task.WhenAny(table.Loaded.Task, Task.Delay(TimeSpan.FromSeconds(40)));
        string outcome = $"{(first == table.Loaded.Task ? "copied" : "not copied")} after {server.Requests} requests, {(stopped ? "the host stopped" : "the host ran")}";
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
        return outcome;
    }

    private sealed class RefusingServer(string retryAfter) : HttpMessageHandler
    {
        private int _requests;

        public int Requests => _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isFirst = Interlocked.Increment(ref _requests) == 1;
            string body = request.RequestUri!.AbsolutePath.EndsWith("oplog.json", StringComparison.Ordinal) ? """{"entries":[]}""" : """{"objects":[],"more":false}""";
            var response = new HttpResponseMessage(isFirst ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK)
            { Content = new StringContent(isFirst ? "" : body, Encoding.UTF8, "application/json"), RequestMessage = request };
            if (isFirst) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return Task.FromResult(response);
        }
    }

    private sealed class Table : IMirrorHandler<Site>
    {
        public ConcurrentDictionary<string, string?> Rows { get; } = new();

        public TaskCompletionSource Loaded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask ApplyAsync(MirrorPage<Site> page, CancellationToken cancellationToken)
        {
            foreach (MirrorChange<Site> change in page.Changes) Rows[change.Id.Value] = change.Object?.Name;
            if (page.ExistingIds is not null) Loaded.TrySetResult();
            return default;
        }
    }
}
