using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Tests;

/// <summary>What a data file keeps, and which files are refused.</summary>
public sealed class DataFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(true);

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

    [Fact]
    public async Task A_second_emulator_on_a_data_file_is_refused_until_the_first_has_stopped()
    {
        string data = Path.Combine(_folder.FullName, "data.db");
        string link = Path.Combine(_folder.FullName, "link.db");
        await using (await JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data }))
        {
            File.CreateSymbolicLink(link, data);
            foreach (string path in new[] { data, link })
            {
                EmulatorDataException refused = await Assert.ThrowsAsync<EmulatorDataException>(
                    () => JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = path }));
                Assert.Equal($"The data file '{path}' is in use by another emulator. Stop it, or use another file.", refused.Message);
            }
        }

        await using var next = await JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data });
    }

    /// <summary>Each name of a file has its own write-ahead log: with two of them, changes would be lost.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_emulator_on_another_name_of_a_data_file_is_refused_until_the_first_has_stopped(bool isOtherProcess)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The test makes the second name with ln.");
        string data = Path.Combine(_folder.FullName, "data.db");
        string name = Path.Combine(_folder.FullName, "name.db");
        using Process? process = isOtherProcess ? KillTests.Start(data, out _) : null;
        JourneyEmulator? first = isOtherProcess ? null : await JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data });
        await Process.Start("ln", [data, name]).WaitForExitAsync(TestContext.Current.CancellationToken);

        EmulatorDataException refused = await Assert.ThrowsAsync<EmulatorDataException>(
            () => JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = name }));
        Assert.Equal($"The data file '{name}' is open in another program. Close it, or use another file.", refused.Message);

        if (first is not null) await first.DisposeAsync();
        process?.Kill();
        if (process is not null) await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await using var next = await JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data });
    }

    [Fact]
    public async Task An_emulator_on_the_data_file_of_another_process_is_refused_until_that_has_ended()
    {
        string data = Path.Combine(_folder.FullName, "data.db");
        using (Process other = KillTests.Start(data, out _))
        {
            EmulatorDataException refused = await Assert.ThrowsAsync<EmulatorDataException>(
                () => JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data }));
            Assert.Contains("in use by another emulator", refused.Message, StringComparison.Ordinal);
            other.Kill();
            await other.WaitForExitAsync();
        }

        await using var next = await JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data });
    }

    [Fact]
    public async Task A_start_that_fails_leaves_the_data_file_free()
    {
        string data = Path.Combine(_folder.FullName, "data.db");
        await File.WriteAllTextAsync(data, new string('x', 4096));
        await Assert.ThrowsAsync<EmulatorDataException>(() => JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data }));
        File.Delete(data);

        await using var next = await JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data });
    }

    [Fact]
    public async Task A_data_file_that_another_program_has_locked_is_refused_in_one_sentence()
    {
        string data = Path.Combine(_folder.FullName, "data.db");
        await using (await JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data })) { }
        using SqliteConnection other = new($"Data Source={data};Pooling=False");
        other.Open();
        using SqliteCommand command = other.CreateCommand();
        command.CommandText = "BEGIN EXCLUSIVE";
        command.ExecuteNonQuery();

        EmulatorDataException refused = await Assert.ThrowsAsync<EmulatorDataException>(
            () => JourneyEmulator.StartAsync(Schemas.Recorded, new() { DataFile = data }));

        Assert.Equal($"The data file '{data}' is open in another program. Close it, or use another file.", refused.Message);
    }
}
