using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>Each fault through a socket and through the message handler: both must look the same to a client.</summary>
public sealed class FaultTests
{
    private const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";
    private const string Depot = """{"site":{"name":"Depot"}}""";

    public static TheoryData<bool> Ways => [true, false];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_status_is_answered_as_often_as_planned_and_nothing_is_applied(bool socket)
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded);
        using HttpClient client = Client(emulator, socket);
        emulator.Faults.Add(Fault.Status(500) with { Route = EmulatorRoute.Replace, Skip = 1, Times = 2 });

        int[] statuses = [await Put(client), await Put(client), await Put(client), await Put(client)];

        Assert.Equal([200, 500, 500, 200], statuses);
        Assert.Equal([Depot, Depot, Depot, Depot], emulator.Requests.Select(request => request.Body));
        Assert.Equal(0, emulator.Faults.Pending);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_reset_before_applying_stores_nothing_and_one_after_it_stores_the_object(bool socket)
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded);
        using HttpClient client = Client(emulator, socket);

        emulator.Faults.Add(Fault.ResetBefore());
        HttpRequestException before = await Assert.ThrowsAsync<HttpRequestException>(() => Put(client));
        long storedBefore = await emulator.CountAsync("site");
        emulator.Faults.Add(Fault.ResetAfter());
        HttpRequestException after = await Assert.ThrowsAsync<HttpRequestException>(() => Put(client));
        long storedAfter = await emulator.CountAsync("site");

        Assert.Equal(0, storedBefore);
        Assert.Equal(1, storedAfter);
        Assert.IsAssignableFrom<IOException>(before.InnerException);
        Assert.IsAssignableFrom<IOException>(after.InnerException);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_truncated_answer_ends_in_an_exception_while_it_is_read(bool socket)
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded);
        using HttpClient client = Client(emulator, socket);
        emulator.Faults.Add(Fault.Truncate(10));

        using HttpResponseMessage response = await client.GetAsync(new Uri("datamodel.json", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        Assert.True(response.IsSuccessStatusCode);
        HttpRequestException exception = await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
        Assert.IsAssignableFrom<IOException>(exception.InnerException);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_redirect_names_its_target(bool socket)
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded);
        using HttpClient client = Client(emulator, socket);
        emulator.Faults.Add(Fault.Redirect("https://login.example.test/"));

        using HttpResponseMessage response = await client.GetAsync(new Uri("datamodel.json", UriKind.Relative));

        Assert.Equal(302, (int)response.StatusCode);
        Assert.Equal("https://login.example.test/", response.Headers.Location?.OriginalString);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_hanging_request_is_parked_until_the_caller_gives_up(bool socket)
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded);
        using HttpClient client = Client(emulator, socket);
        emulator.Faults.Add(Fault.Hang());
        using CancellationTokenSource patience = new();

        Task<int> hanging = Put(client, patience.Token);
        await UntilAsync(() => emulator.Faults.ParkedRequests == 1);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        await UntilAsync(() => emulator.Faults.ParkedRequests == 0);
        Assert.Equal(0, await emulator.CountAsync("site"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_emulator_stops_while_requests_hang(bool socket)
    {
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded);
        using HttpClient client = Client(emulator, socket);
        emulator.Faults.Add(Fault.Hang());
        Task<int> hanging = Put(client);
        await UntilAsync(() => emulator.Faults.ParkedRequests == 1);

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => Put(client));
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_trickling_answer_comes_piece_by_piece_on_the_emulators_clock(bool socket)
    {
        ManualTime time = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded, new EmulatorOptions { TimeProvider = time });
        using HttpClient client = Client(emulator, socket);
        emulator.Faults.Add(Fault.Trickle(TimeSpan.FromMinutes(1), pieceBytes: 7));

        using HttpResponseMessage response = await client.GetAsync(new Uri("datamodel.json", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        byte[] buffer = new byte[100];
        string text = "";
        for (int i = 0; i < 3; i++)
        {
            Task<int> reading = body.ReadAsync(buffer, 0, buffer.Length);
            await UntilAsync(() => emulator.Faults.ParkedRequests == 1);
            Assert.False(reading.IsCompleted);
            time.Advance(TimeSpan.FromMinutes(1));
            text += Encoding.UTF8.GetString(buffer, 0, await reading);
        }

        emulator.Faults.Clear();
        Assert.Equal((await client.GetStringAsync(new Uri("datamodel.json", UriKind.Relative)))[..21], text);
    }

    [Fact]
    public async Task Latency_follows_the_emulators_clock()
    {
        ManualTime time = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded, new EmulatorOptions { TimeProvider = time });
        using HttpClient client = Client(emulator, socket: true);
        emulator.Faults.Add(Fault.Delay(TimeSpan.FromHours(3)));
        var watch = Stopwatch.StartNew();

        Task<int> late = Put(client);
        await UntilAsync(() => emulator.Faults.ParkedRequests == 1);
        time.Advance(TimeSpan.FromHours(2));
        bool early = late.IsCompleted;
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(200, await late);
        Assert.False(early);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Each_request_takes_at_least_the_latency_and_a_write_is_applied_before_it_ends()
    {
        ManualTime time = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(
            Schemas.Recorded, new EmulatorOptions { TimeProvider = time, Latency = TimeSpan.FromHours(3) });
        using HttpClient client = Client(emulator, socket: true);

        Task<int> written = Put(client);
        await UntilAsync(() => emulator.Faults.ParkedRequests == 1);
        Task<string> log = client.GetStringAsync(new Uri("oplog.json?tail=1", UriKind.Relative));
        await UntilAsync(() => emulator.Faults.ParkedRequests == 2);
        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(2, emulator.Faults.ParkedRequests);
        Assert.False(written.IsCompleted || log.IsCompleted);
        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(200, await written);
        Assert.Contains("\"operation\"", await log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_above_the_rate_are_answered_429_until_the_bucket_has_filled_again()
    {
        ManualTime time = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded, new EmulatorOptions { TimeProvider = time });
        using HttpClient client = Client(emulator, socket: true);
        emulator.Faults.LimitRate(2, 3);

        int[] burst = [await Put(client), await Put(client), await Put(client), await Put(client)];
        time.Advance(TimeSpan.FromSeconds(1));
        int[] refilled = [await Put(client), await Put(client), await Put(client)];

        Assert.Equal([200, 200, 200, 429], burst);
        Assert.Equal([200, 200, 429], refilled);
    }

    [Fact]
    public async Task The_same_seed_brings_the_same_faults()
    {
        int[][] runs = [await RunAsync(7), await RunAsync(7), await RunAsync(8)];

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
        Assert.Contains(500, runs[0]);
        Assert.Contains(200, runs[0]);

        static async Task<int[]> RunAsync(int seed)
        {
            await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded, new EmulatorOptions { Seed = seed, Listen = false });
            using HttpClient client = Client(emulator, socket: false);
            emulator.Faults.Add(Fault.Status(500) with { Times = null, Probability = 0.5 });
            List<int> statuses = [];
            for (int i = 0; i < 32; i++) statuses.Add(await Put(client));
            return [.. statuses];
        }
    }

    [Fact]
    public async Task Operations_of_an_accepted_batch_fail_as_planned_and_are_not_applied()
    {
        await using Api api = await Api.StartAsync();
        api.Emulator.Faults.Add(Fault.FailOperations("TOO_MANY_REQUESTS", 1));

        Answer answer = await api.PostAsync("batch.json", """
            {"operations":[{"method":"post","object":{"type":"site","name":"a"}},{"method":"post","object":{"type":"site","name":"b"}},{"method":"post","object":{"type":"site","name":"c"}}]}
            """);

        answer.Expect(200);
        Assert.Equal([true, false, true], answer["operations"].EnumerateArray().Select(operation => operation.GetProperty("success").GetBoolean()));
        Assert.Equal("TOO_MANY_REQUESTS", answer["operations"][1].GetProperty("error").GetProperty("type").GetString());
        Assert.Equal(2, await api.Emulator.CountAsync("site"));
    }

    private static HttpClient Client(JourneyEmulator emulator, bool socket)
    {
        HttpMessageHandler handler = socket ? new SocketsHttpHandler { AllowAutoRedirect = false } : emulator.CreateHttpMessageHandler();
        HttpClient client = new(handler) { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", emulator.Token);
        return client;
    }

    private static async Task<int> Put(HttpClient client, CancellationToken cancellationToken = default)
    {
        using StringContent content = new(Depot, System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PutAsync(new Uri($"objects/site/{Id}.json", UriKind.Relative), content, cancellationToken);
        return (int)response.StatusCode;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It did not happen.");
            await Task.Delay(5);
        }
    }
}
