using System.Globalization;
using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

public sealed class ConcurrencyTests(ITestOutputHelper output)
{
    private const int Workers = 16;

    // FULL=1 runs the whole 30 seconds.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("FULL") == "1" ? 30 : 4);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sixteen_writers_and_readers_lose_no_update_and_get_no_5xx(bool onDisk)
    {
        string? file = onDisk ? Path.Combine(Directory.CreateTempSubdirectory().FullName, "data.db") : null;
        await using Api api = await Api.StartAsync(options: new() { DataFile = file, RecordedRequests = 0 });
        string[] ids = [.. Enumerable.Range(0, Workers).Select(_ => Guid.NewGuid().ToString())];
        using CancellationTokenSource time = new(Duration);

        int[] writes = await Task.WhenAll(ids.Select((id, worker) => Task.Run(() => WorkAsync(api, ids, worker, time.Token))));

        output.WriteLine($"{writes.Sum()} writes, {(onDisk ? "file" : "memory")}");
        for (int i = 0; i < Workers; i++)
        {
            Answer job = (await api.GetAsync($"objects/job/{ids[i]}.json")).Expect(200);
            Assert.Equal(writes[i] - 1, job["count"].GetInt32());
        }

        Assert.Equal(writes.Sum(), await CheckLogAsync(api));
    }

    /// <summary>Counts its own object up, reading it back each time, among the writes of the others.</summary>
    private static async Task<int> WorkAsync(Api api, string[] ids, int worker, CancellationToken stop)
    {
        int written = 0;
        while (!stop.IsCancellationRequested)
        {
            string values = $$"""{"count":{{written}},"title":"{{worker}}"}""";
            Answer answer = written == 0 || worker % 2 == 0
                ? await api.PutAsync($"objects/job/{ids[worker]}.json", $$"""{"job":{{values}}}""")
                : await api.PostAsync("batch.json", $$$$"""{"operations":[{"method":"patch","object":{"type":"job","id":"{{{{ids[worker]}}}}","count":{{{{written}}}}}}]}""");
            answer.Expect(200);
            written++;

            Answer read = (await api.GetAsync($"objects/job/{ids[worker]}.json")).Expect(200);
            Assert.Equal(written - 1, read["count"].GetInt32());
            (await api.PostAsync("objects/job/query.json", """{"expression":"count > ? and title contains ?","arguments":[-1,"1"],"limit":5}""")).Expect(200);
        }

        return written;
    }

    private static async Task<int> CheckLogAsync(Api api)
    {
        long last = 0;
        int entries = 0;
        string start = "0";
        bool more = true;
        while (more)
        {
            Answer page = (await api.GetAsync($"oplog.json?sequence_ids=true&limit=1000&start={start}")).Expect(200);
            foreach (JsonElement entry in page["entries"].EnumerateArray())
            {
                long sequence = long.Parse(entry.GetProperty("sequence_id").GetString()!, CultureInfo.InvariantCulture);
                Assert.True(sequence > last, $"{sequence} follows {last}");
                last = sequence;
                entries++;
            }

            more = page["has_more"].GetBoolean();
            start = page["next_request_start"].GetString()!;
        }

        return entries;
    }
}
