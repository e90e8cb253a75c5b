using JourneyApps.Emulator.Command;

namespace JourneyApps.Emulator.Tests;

/// <summary>The emulator as a command: what it prints, and how it says what is wrong.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public async Task It_prints_the_base_url_and_a_curl_line_and_serves_until_it_is_stopped()
    {
        using CancellationTokenSource stop = new();
        using StringWriter output = new();

        TextWriter shared = TextWriter.Synchronized(output);
        Task<int> running = RunAsync(shared, stop.Token, "--schema", Write("schema.xml", Schemas.Recorded), "--token", "O:mine");
        while (!Printed().Contains("Browse:", StringComparison.Ordinal) && !running.IsCompleted) await Task.Delay(10);
        await stop.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Contains("http://127.0.0.1:", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("curl -H \"Authorization: Bearer O:mine\"", output.ToString(), StringComparison.Ordinal);

        // The shared writer locks itself while it writes.
        string Printed()
        {
            lock (shared) return output.ToString();
        }
    }

    [Fact]
    public async Task A_bad_schema_a_busy_port_and_another_schemas_data_are_said_clearly()
    {
        string schema = Write("schema.xml", Schemas.Recorded);
        string data = Path.Combine(_folder.FullName, "data.db");
        await using (await JourneyEmulator.StartAsync(Vectors.Room(), new EmulatorOptions { DataFile = data, Listen = false }))
        {
        }

        await using JourneyEmulator other = await JourneyEmulator.StartAsync(Schemas.Recorded);
        (int badSchema, string schemaError) = await FailAsync("--schema", Write("bad.xml", "<data-model>\n  <model/>\n</data-model>"));
        (int busy, string busyError) = await FailAsync("--schema", schema, "--port", $"{other.BaseAddress.Port}");
        (int otherData, string dataError) = await FailAsync("--schema", schema, "--data", data);
        (int noData, string noDataError) = await FailAsync("--schema", schema, "--data", Write("no.db", new string('x', 5000)));
        (int missing, string missingError) = await FailAsync("--schema", Path.Combine(_folder.FullName, "missing.xml"));

        Assert.Equal([1, 1, 1, 1, 1], new[] { badSchema, busy, otherData, noData, missing });
        Assert.Contains("bad.xml", schemaError, StringComparison.Ordinal);
        Assert.Contains("(2,", schemaError, StringComparison.Ordinal);
        Assert.Contains("already in use", busyError, StringComparison.Ordinal);
        Assert.Contains("another schema", dataError, StringComparison.Ordinal);
        Assert.Contains("no.db", noDataError, StringComparison.Ordinal);
        Assert.Contains("missing.xml", missingError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--schema")]
    [InlineData("--port", "5000")]
    [InlineData("--schema", "x.xml", "--port", "many")]
    [InlineData("--schema", "x.xml", "--verbose")]
    public async Task Wrong_arguments_are_answered_with_the_usage(params string[] arguments)
    {
        (int exitCode, string error) = await FailAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains("usage: --schema <file>", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_file_keeps_objects_files_and_the_log_and_may_be_taken_over_by_another_schema()
    {
        string data = Path.Combine(_folder.FullName, "data.db");
        const string Id = "613e4cb0-e665-4705-aaef-2fb91adacabd";
        long sequence;
        await using (Api first = await Api.StartAsync(options: new() { DataFile = data }))
        {
            await first.PutAsync($"objects/job/{Id}.json", """{"job":{"title":"Pump","report":{"base64":"aGVsbG8=","filename":"a.txt"}}}""");
            sequence = (await first.GetAsync("oplog.json"))["entries"][0].GetProperty("sequence").GetInt64();
        }

        string newer = Schemas.Recorded.Replace("label=\"Title\"", "label=\"Heading\"", StringComparison.Ordinal);
        await Assert.ThrowsAsync<EmulatorDataException>(() => JourneyEmulator.StartAsync(newer, new EmulatorOptions { DataFile = data }));
        await using Api second = await Api.StartAsync(newer, new EmulatorOptions { DataFile = data, AllowSchemaChange = true });
        Answer read = await second.GetAsync($"objects/job/{Id}.json");
        await second.PostAsync("objects/job.json", "{\"job\":{}}");
        Answer log = await second.GetAsync("oplog.json");

        Assert.Equal("Pump", read.Expect(200)["title"].GetString());
        Assert.Equal("hello", await second.Client.GetStringAsync(new Uri(read["report"].GetProperty("original").GetString()!)));
        Assert.Equal(sequence, log["entries"][0].GetProperty("sequence").GetInt64());
        Assert.True(log["entries"][1].GetProperty("sequence").GetInt64() > sequence);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<int> RunAsync(TextWriter output, CancellationToken stop, params string[] arguments) => EmulatorCommand.RunAsync(arguments, output, TextWriter.Null, stop);

    private static async Task<(int ExitCode, string Error)> FailAsync(params string[] arguments)
    {
        using StringWriter error = new();
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        return (await EmulatorCommand.RunAsync(arguments, TextWriter.Null, error, patience.Token), error.ToString());
    }
}
