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
}
