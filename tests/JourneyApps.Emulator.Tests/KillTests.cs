using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>The emulator as its own process, killed while it writes.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 10;
    private const int Writes = 20_000;
    private const int BatchSize = 200;
    private const int Writers = 4;

    [Fact]
    public async Task Every_acknowledged_write_survives_a_kill_at_any_point_and_every_object_is_whole()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        string folder = Directory.CreateTempSubdirectory().FullName;
        string data = Path.Combine(folder, "data.db");
        ConcurrentDictionary<string, int> acknowledged = [];
        for (int round = 0; round < Rounds; round++)
        {
            int killAfter = random.Next(Writes);
            await WriteAndKillAsync(data, round, killAfter, acknowledged);
            await CheckAsync(data, acknowledged, $"seed {seed}, round {round}, killed after {killAfter}");
        }

        output.WriteLine($"{acknowledged.Count} acknowledged");
        Directory.Delete(folder, true);
    }

    private static async Task WriteAndKillAsync(string data, int round, int killAfter, ConcurrentDictionary<string, int> acknowledged)
    {
        using Process process = Start(data, out Uri baseAddress);
        using HttpClient client = new() { BaseAddress = baseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "O:test-token-1");
        int sent = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (int first = writer * BatchSize; first < Writes; first += Writers * BatchSize)
            {
                (string Id, int Number)[] objects = [.. Enumerable.Range(first, BatchSize).Select(i => ($"00000000-0000-4000-8000-{i:x12}", (round * Writes) + i))];
                string operations = string.Join(',', objects.Select(item => Operation(item.Id, item.Number)));
                using StringContent content = new($$"""{"operations":[{{operations}}]}""", Encoding.UTF8, "application/json");
                try
                {
                    using HttpResponseMessage response = await client.PostAsync(new Uri("batch.json", UriKind.Relative), content);
                    response.EnsureSuccessStatusCode();
                    await response.Content.ReadAsStringAsync();
                }
                catch (HttpRequestException)
                {
                    return;
                }

                foreach ((string id, int number) in objects) acknowledged[id] = number;
                if (Interlocked.Add(ref sent, BatchSize) >= killAfter) process.Kill();
            }
        })));
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task CheckAsync(string data, ConcurrentDictionary<string, int> acknowledged, string told)
    {
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Recorded, new EmulatorOptions { DataFile = data, Listen = false });
        Dictionary<string, int> stored = [];
        foreach (StoredObject item in await emulator.ObjectsAsync("job"))
        {
            JsonElement values = JsonDocument.Parse(item.Json).RootElement;
            int number = values.GetProperty("count").GetInt32();
            Assert.Equal($"Job {number}", values.GetProperty("title").GetString());
            Assert.Equal(Notes(number), values.GetProperty("notes").GetString());
            stored.Add(item.Id, number);
        }

        // A batch whose answer was lost may be there as well.
        foreach ((string id, int number) in acknowledged) Assert.True(stored.TryGetValue(id, out int found) && found >= number, $"{id} should hold {number} but holds {found}; {told}");
    }

    private static string Operation(string id, int number) =>
        $$$"""{"method":"put","object":{"type":"job","id":"{{{id}}}","title":"Job {{{number}}}","count":{{{number}}},"notes":"{{{Notes(number)}}}"}}""";

    private static string Notes(int number) => string.Concat(Enumerable.Repeat($"{number} ", 20));

    /// <summary>Starts the command on a data file.</summary>
    internal static Process Start(string data, out Uri baseAddress)
    {
        string tool = typeof(KillTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "ToolPath").Value!;
        string schema = Path.Combine(AppContext.BaseDirectory, "Recordings", "schema.xml");
        string[] arguments = ["exec", "--roll-forward", "Major", tool, "emulate", "--token", "O:test-token-1", "--schema", schema, "--data", data];
        Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The emulator did not start.");
        baseAddress = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]);
        return process;
    }
}
