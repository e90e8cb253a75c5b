using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Files that an import could lose or change data with.</summary>
public sealed class ImportSafetyTests
{
    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Rows_without_ids_are_all_written_whatever_ends_a_line(string end)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("site.csv", string.Join(end, "name", "one", $"\"two{end}lines\"", "three", "four", "five", ""));

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "site.csv");

        Assert.Equal((0, "site: 5 rows: 5 written, 0 already existed, 0 rejected."), (run.ExitCode, run.Error.Trim()));
        Assert.Equal(5, await emulator.CountAsync("site"));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("put")]
    [InlineData("update")]
    public async Task Two_rows_of_one_id_are_told_and_only_the_first_is_written(string mode)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("site", """{"id":"9913706a-179b-41e2-aaff-0026189d9dc0","name":"before"}""");
        folder.Write("site.csv", "id,name\n9913706a-179b-41e2-aaff-0026189d9dc0,first\n9913706a-179b-41e2-aaff-0026189d9dc0,second\n");

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "site.csv", "--mode", mode);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 3: it has the same id as line 2: 9913706a-179b-41e2-aaff-0026189d9dc0", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 rejected.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("second", Assert.Single(await emulator.ObjectsAsync("site")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_rows_of_one_key_are_told_with_their_lines()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.jsonl", "{\"title\":\"SO-1\"}\n\n{\"title\":\"SO-1\",\"cost\":2}\n");

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "job.jsonl", "--key", "title");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 3: it has the same id as line 1: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("job.csv", "title,cost\n\u00e9t\u00e9,5\n", "line 2, column 1")]
    [InlineData("job.jsonl", "{\"title\":\"a\"}\r\n{\"title\":\"caf\u00e9\"}", "line 2, column 14")]
    public async Task Text_that_is_not_utf_8_is_rejected_with_its_place_unless_its_encoding_is_named(string file, string text, string place)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        File.WriteAllBytes(folder.File(file), Encoding.Latin1.GetBytes(text));

        ToolRun rejected = await Transfer.RunAsync(folder, emulator, "import", file);
        long then = await emulator.CountAsync("job");
        ToolRun named = await Transfer.RunAsync(folder, emulator, "import", file, "--encoding", "windows-1252");

        Assert.Equal((3, 0L, 0), (rejected.ExitCode, then, named.ExitCode));
        Assert.Contains($"is not utf-8 text: {place}.", rejected.Error, StringComparison.Ordinal);
        Assert.Contains(await emulator.ObjectsAsync("job"), job => job.Json.Contains('\u00e9', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_byte_order_mark_says_which_encoding_a_file_has(string encoding)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        File.WriteAllText(folder.File("job.csv"), "title\n\u00e9t\u00e9\n", Encoding.GetEncoding(encoding));

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "job.csv");

        Assert.Equal("job: 1 row: 1 written, 0 already existed, 0 rejected.", run.Error.Trim());
        Assert.Contains("\u00e9t\u00e9", Assert.Single(await emulator.ObjectsAsync("job")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_not_text_is_rejected()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.jsonl", """{"id":5,"title":"A"}""");

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "job.jsonl");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 1: its id is not a JSON string", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--key", "cost")]
    [InlineData("--key", "title", "--key-namespace", "6f0c2f0e-6d1b-5b0a-9a57-1f6f1f0f6a12")]
    [InlineData("--key", "title", "--mode", "put")]
    [InlineData("--key", "title", "--guard-formulas")]
    [InlineData("--key", "title", "--ignore-unknown")]
    [InlineData("--key", "title", "--encoding", "latin1")]
    public async Task An_import_with_another_setting_does_not_resume(params string[] other)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        StringBuilder rows = new("title,cost\n");
        for (int row = 0; row < 1500; row++) rows.Append(CultureInfo.InvariantCulture, $"row {row},{row}\n");
        folder.Write("job.csv", rows.ToString());
        emulator.Faults.Add(Fault.Status(500) with { Route = EmulatorRoute.Batch, Skip = 1, Times = 4 });

        ToolRun stopped = await Transfer.RunAsync(folder, emulator, "import", "job.csv", "--key", "title");
        ToolRun rejected = await Transfer.RunAsync(folder, emulator, ["import", "job.csv", .. other]);
        ToolRun resumed = await Transfer.RunAsync(folder, emulator, "import", "job.csv", "--key", "title");

        Assert.Equal((3, 2, 0), (stopped.ExitCode, rejected.ExitCode, resumed.ExitCode));
        Assert.Contains("other settings", rejected.Error, StringComparison.Ordinal);
        Assert.Equal(1500, await emulator.CountAsync("job"));
    }

    [Theory]
    [InlineData("job.jsonl", "{\"title\":\"a\",\"type\":\"job\"}\n{\"title\":\"b\",\"type\":\"site\"}\n{\"title\":\"c\"}\n", "line 2: ")]
    [InlineData("job.csv", "type,title\njob,a\nsite,b\n,c\n", "line 3: ")]
    public async Task A_row_of_another_model_is_rejected(string file, string text, string line)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write(file, text);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", file);
        ToolRun ignored = await Transfer.RunAsync(folder, emulator, "import", file, "--key", "title", "--ignore-unknown");

        Assert.Equal((1, 0), (run.ExitCode, ignored.ExitCode));
        Assert.Contains(line + "its type is 'site', not 'job'", run.Error, StringComparison.Ordinal);
        Assert.Equal(5, await emulator.CountAsync("job"));
    }

    [Fact]
    public async Task A_wide_header_is_read_in_one_pass()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        // Comparing each of 200,000 names with all others takes minutes.
        folder.Write("job.csv", $"title,{string.Join(',', Enumerable.Range(0, 200_000))}\na{new string(',', 200_000)}\n");

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "job.csv", "--ignore-unknown").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal((0, "job: 1 row: 1 written, 0 already existed, 0 rejected."), (run.ExitCode, run.Error.TrimEnd().Split('\n')[^1]));
    }

    [Fact]
    public async Task A_guarded_export_gives_every_value_back()
    {
        using TempFolder folder = new();
        await using JourneyEmulator from = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await using JourneyEmulator to = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string[] starts = ["=", "'=", "''=", "+", "-", "'-", "@", "\t", "\r", "\n=", "'", "''", "-5", "'-5", "a,=", "a;=", "a\t=", "\"=", " =", ""];
        string[] ends = ["", "1+1", "cmd|' /C calc'!A0", "1;=2", "1,=2", "x'", "\"", "\r\n=1", "5", " "];
        List<string> values = [.. starts.SelectMany(start => ends.Select(end => start + end))];
        foreach (string value in values) await from.SeedAsync("site", $$"""{"name":{{System.Text.Json.JsonSerializer.Serialize(value)}}}""");

        ToolRun export = await Transfer.RunAsync(folder, from, "export", "site", "--format", "csv", "--guard-formulas", "--delimiter", ";");
        ToolRun import = await Transfer.RunAsync(folder, to, "import", "site.csv", "--guard-formulas", "--delimiter", ";");

        Assert.Equal((0, 0, 200), (export.ExitCode, import.ExitCode, values.Count));
        Assert.Equal(await NamesAsync(from), await NamesAsync(to));
        Assert.Contains("\"a,=1+1\"", File.ReadAllText(folder.File("site.csv")), StringComparison.Ordinal);
    }

    private static async Task<string[]> NamesAsync(JourneyEmulator emulator)
        => [.. (await emulator.ObjectsAsync("site")).Select(site => $"{site.Id} {System.Text.Json.Nodes.JsonNode.Parse(site.Json)!["name"]}").Order(StringComparer.Ordinal)];

    /// <summary>Tools that copy files keep their times, and a column of numbers keeps its length.</summary>
    [Fact]
    public async Task A_file_with_other_content_of_the_same_length_and_time_does_not_resume()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string file = folder.Write("site.csv", "name\n" + string.Concat(Enumerable.Range(0, 2500).Select(row => $"old {row}\n")));
        DateTime time = File.GetLastWriteTimeUtc(file);
        emulator.Faults.Add(Fault.Status(403) with { Route = EmulatorRoute.Batch, Skip = 1, Times = null });
        ToolRun interrupted = await InProcess.RunAsync(emulator, "import", file);
        emulator.Faults.Clear();

        File.WriteAllText(file, File.ReadAllText(file).Replace("old", "new", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);
        ToolRun changed = await InProcess.RunAsync(emulator, "import", file);
        File.WriteAllText(file, File.ReadAllText(file).Replace("new", "old", StringComparison.Ordinal));
        ToolRun restored = await InProcess.RunAsync(emulator, "import", file);

        Assert.Equal((3, 2, 0), (interrupted.ExitCode, changed.ExitCode, restored.ExitCode));
        Assert.Contains("the file has changed since", changed.Error, StringComparison.Ordinal);
        Assert.Contains("2,500 rows: 2,500 written", restored.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_behind_the_end_of_the_file_is_told()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string file = folder.Write("site.csv", "name\n" + string.Concat(Enumerable.Range(0, 2500).Select(row => $"row {row}\n")));
        emulator.Faults.Add(Fault.Status(403) with { Route = EmulatorRoute.Batch, Skip = 1, Times = null });
        await InProcess.RunAsync(emulator, "import", file);
        emulator.Faults.Clear();
        JsonNode saved = JsonNode.Parse(File.ReadAllText(file + ".progress"))!;
        saved["line"] = 2502;
        File.WriteAllText(file + ".progress", saved.ToJsonString());

        ToolRun run = await InProcess.RunAsync(emulator, "import", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("add --restart", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Days and months in an order that depends on the country, and forms in which a part is missing.</summary>
    [Theory]
    [InlineData("01/02/2026 08:00:00+02:00")]
    [InlineData("1/2/26 8:00 +02:00")]
    [InlineData("2026-12-31T08:00:00")]
    [InlineData("2026-1-2T8:00:00Z")]
    [InlineData("2026-12-31T24:00:00Z")]
    [InlineData("02 Jan 2026 08:00:00 +00:00")]
    public async Task A_time_that_can_be_read_in_two_ways_is_rejected(string time)
    {
        ToolRun run = await ImportCellAsync("logged", time);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"line 2: column 'logged': a date and time with a zone, such as 2026-12-31T08:00:00Z was expected, not '{time}'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-31T08:00:00Z")]
    [InlineData("2026-12-31 08:00Z")]
    [InlineData("2026-12-31t10:00:00.000+02:00")]
    [InlineData("2026-12-31 10:00:00 +0200")]
    public async Task A_time_with_a_zone_is_read(string time)
    {
        ToolRun run = await ImportCellAsync("logged", time);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("2026-12-31T08:00:00Z", run.Out, StringComparison.Ordinal);
    }

    /// <summary>The platform stores numbers as 64-bit floating point, which rounds long keys of other systems to others.</summary>
    [Theory]
    [InlineData("job.csv", "cost\n9007199254740993\n")]
    [InlineData("job.csv", "cost\n-123456789012345678\n")]
    [InlineData("job.jsonl", "\n{\"cost\":9007199254740993}\n")]
    [InlineData("job.jsonl", "\n{\"cost\":1234567890123456789012345678901234567890123456789}\n")]
    public async Task A_whole_number_with_more_digits_than_are_stored_is_rejected(string name, string text)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);

        ToolRun run = await InProcess.RunAsync(emulator, "import", folder.Write(name, text));

        Assert.Equal((1, 0L), (run.ExitCode, await emulator.CountAsync("job")));
        Assert.Contains("line 2: the platform cannot store all digits of 'cost'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("10000000000000000")]
    [InlineData("0.12345678901234567890")]
    [InlineData("-5")]
    public async Task A_number_whose_value_is_stored_is_read(string number)
        => Assert.Equal(0, (await ImportCellAsync("cost", number)).ExitCode);

    private static async Task<ToolRun> ImportCellAsync(string column, string cell)
    {
        const string Schema = """
            <data-model>
              <model name="job" label="Job">
                <field name="cost" label="Cost" type="number"/><field name="logged" label="Logged" type="datetime"/><display>{cost}</display>
              </model>
            </data-model>
            """;
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schema);
        ToolRun run = await InProcess.RunAsync(emulator, "import", folder.Write("job.csv", $"{column}\n{cell}\n"));
        ToolRun stored = await InProcess.RunAsync(emulator, "export", "job", "-o", "-");
        return run with { Out = stored.Out };
    }
}
