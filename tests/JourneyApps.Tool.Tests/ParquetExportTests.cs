using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using JourneyApps.Emulator;
using JourneyApps.Records;
using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;
using JourneyApps.Tool.Commands.Export;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace JourneyApps.Tool.Tests;

/// <summary>Parquet files, read back with the library of their format.</summary>
public sealed class ParquetExportTests
{
    private const string Rows = """
        {"id":"00000000-0000-4000-8000-000000000001","title":"say \"yes\",\r\né 😀","state":"busy","cost":12.5,"tags":["a","b;c"],"where":{"latitude":0,"longitude":-18.5,"timestamp":"2026-10-05T08:00:01Z"},"due":"2026-12-01","billable":false,"site_id":"00000000-0000-4000-8000-0000000000aa"}
        {"id":"00000000-0000-4000-8000-000000000002","title":"","cost":0,"tags":[],"due":"0001-01-01","billable":true}
        {"id":"00000000-0000-4000-8000-000000000003"}

        """;

    [Fact]
    public async Task Every_kind_of_value_comes_back_with_its_type()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.jsonl", Rows);
        Assert.Equal(0, (await Transfer.RunAsync(folder, emulator, "import", "job.jsonl")).ExitCode);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "export", "job", "--format", "parquet", "--output", "out");

        Assert.Equal((0, $"job: 3 objects in {Path.Combine("out", "job.parquet")}"), (run.ExitCode, run.Error.Trim()));
        Assert.Equal(["job.parquet"], Directory.EnumerateFiles(folder.File("out")).Select(Path.GetFileName));
        await using FileStream file = File.OpenRead(folder.File("out/job.parquet"));
        await AssertIsExportAsync(file);
    }

    [Fact]
    public async Task The_standard_output_gets_the_same_file()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.jsonl", Rows);
        await Transfer.RunAsync(folder, emulator, "import", "job.jsonl");
        using Process process = Transfer.Start(folder, emulator, "export", "job", "--format", "parquet", "--output", "-");
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using MemoryStream output = new();
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((0, "job: 3 objects"), (process.ExitCode, (await error).Trim()));
        await AssertIsExportAsync(output);
    }

    [Fact]
    public async Task The_columns_are_those_of_a_copy_in_a_database()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        await Transfer.RunAsync(folder, emulator, "export", "job", "--format", "parquet");

        await using ParquetReader reader = await ParquetReader.CreateAsync(folder.File("job.parquet"));
        Model job = SchemaParser.Parse(Schemas.Jobs).DataModel.Models.Single(model => model.Name == "job");
        Assert.Equal(CopyTable.Of(job).Columns.Select(column => column.Name).Except(["_sequence", "_deleted_at"]), reader.Schema.Fields.Select(field => field.Name));
        Assert.Equal(0, reader.RowGroups.Sum(group => group.RowCount));
    }

    [Fact]
    public async Task A_long_file_is_written_in_row_groups_and_every_object_is_in_one()
    {
        using MemoryStream output = new();
        ParquetFile file = new(Job(), rowsPerGroup: 2000);

        long count = await file.WriteAsync(output, PagesAsync(Enumerable.Range(0, 5000).Select(i => $$"""{"id":"{{i:d5}}","title":"{{i}}"}""")), Meter(), TestContext.Current.CancellationToken);

        await using ParquetReader reader = await ParquetReader.CreateAsync(output);
        Assert.Equal((5000, 3), (count, reader.RowGroupCount));
        List<string?> titles = [];
        for (int i = 0; i < reader.RowGroupCount; i++) titles.AddRange(await TextsAsync(reader, i, "title"));
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => i.ToString(CultureInfo.InvariantCulture)), titles);
    }

    [Fact]
    public async Task Values_of_another_type_are_null_and_counted_and_unnamed_members_are_kept()
    {
        using MemoryStream output = new();
        ParquetFile file = new(Job());
        string[] rows =
        [
            """{"id":"1","cost":"much","due":"soon","tags":"a","billable":1}""",
            """{"id":"2","cost":1e300,"extra":{"a":[1,2]},"tags":null}""",
        ];

        await file.WriteAsync(output, PagesAsync(rows), Meter(), TestContext.Current.CancellationToken);

        Assert.Equal(["cost 1", "tags 1", "due 1", "billable 1"], file.Misfits.Select(column => $"{column.Name} {column.Count}"));
        await using ParquetReader reader = await ParquetReader.CreateAsync(output);
        Assert.Equal([null, """{"extra":{"a":[1,2]}}"""], await TextsAsync(reader, 0, "_other"));
        Assert.Equal([null, 1e300], await ValuesAsync<double>(reader, "cost"));
    }

    [Fact]
    public async Task A_stopped_export_leaves_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that a test could send.");
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", """{"title":"A"}""");
        emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.List });
        emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.Query });
        using Process process = Transfer.Start(folder, emulator, "export", "job", "--format", "parquet");
        await Transfer.UntilAsync(() => emulator.Faults.ParkedRequests > 0);

        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((143, "journeyapps export: stopped. Run the same command again; it starts from the beginning."), (process.ExitCode, error.Trim()));
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "job*"));
    }

    private static async Task AssertIsExportAsync(Stream stream)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(stream, new ParquetOptions { UseDateOnlyTypeForDates = true });
        Assert.Equal(["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"], await TextsAsync(reader, 0, "id"));
        Assert.Equal(["say \"yes\",\r\né 😀", "", null], await TextsAsync(reader, 0, "title"));
        Assert.Equal(["busy", null, null], await TextsAsync(reader, 0, "state"));
        Assert.Equal([12.5, 0, null], await ValuesAsync<double>(reader, "cost"));
        Assert.Equal([new DateOnly(2026, 12, 1), new DateOnly(1, 1, 1), null], await ValuesAsync<DateOnly>(reader, "due"));
        Assert.Equal([false, true, null], await ValuesAsync<bool>(reader, "billable"));
        Assert.Equal([-18.5, null, null], await ValuesAsync<double>(reader, "where_longitude"));
        Assert.Equal([new DateTime(2026, 10, 5, 8, 0, 1, DateTimeKind.Utc), null, null], await ValuesAsync<DateTime>(reader, "where_timestamp"));
        Assert.Equal(["00000000-0000-4000-8000-0000000000aa", null, null], await TextsAsync(reader, 0, "site_id"));
        using var tags = (RawColumnData<ReadOnlyMemory<char>>)await reader.OpenRowGroupReader(0).ReadRawColumnDataBaseAsync(Field(reader, "tags"));
        Assert.Equal([3, 3, 1, 0], tags.DefinitionLevels.ToArray());
        Assert.Equal([0, 1, 0, 0], tags.RepetitionLevels.ToArray());
        Assert.Equal(["a", "b;c"], tags.Values[..2].ToArray().Select(item => item.ToString()));
    }

    private static DataField Field(ParquetReader reader, string name) => reader.Schema.GetDataFields().Single(field => field.Path.FirstPart == name);

    private static async Task<List<string?>> TextsAsync(ParquetReader reader, int group, string name)
    {
        ParquetRowGroupReader rows = reader.OpenRowGroupReader(group);
        string?[] values = new string?[rows.RowCount];
        await rows.ReadAsync(Field(reader, name), values.AsMemory()!);
        return [.. values];
    }

    private static async Task<List<T?>> ValuesAsync<T>(ParquetReader reader, string name)
        where T : struct
    {
        ParquetRowGroupReader rows = reader.OpenRowGroupReader(0);
        var values = new T?[rows.RowCount];
        await rows.ReadAsync<T>(Field(reader, name), values.AsMemory());
        return [.. values];
    }

    private static Model Job() => SchemaParser.Parse(Schemas.Jobs).DataModel.Models.Single(model => model.Name == "job");

    private static ProgressMeter Meter()
    {
        ProgressMeter? meter = null;
        Terminal silent = new(TextWriter.Null, TextWriter.Null, TextReader.Null, ErrorIsTerminal: false, OutIsTerminal: false);
        ProgressMeter.RunAsync(silent, "", null, created =>
        {
            meter = created;
            return Task.FromResult(0);
        });
        return meter!;
    }

    private static async IAsyncEnumerable<Page<JourneyRecord>> PagesAsync(IEnumerable<string> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (string[] page in rows.Chunk(1000))
        {
            await Task.Yield();
            yield return new Page<JourneyRecord>([.. page.Select(json => JourneyRecord.Parse(json, "job"))]);
        }
    }
}
