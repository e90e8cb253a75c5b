using System.Globalization;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Exports and imports that resume, that meet other people's files, and models whose fields have unusual names.</summary>
public sealed class TransferSafetyTests(ITestOutputHelper output)
{
    private const string PhotoId = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";

    private static readonly string[] Junk =
    [
        ".DS_Store", "._photo.jpg", ".photo.jpg.swp", "Thumbs.db", "THUMBS.DB", "ehthumbs.db", "desktop.ini", "Desktop.ini", "~$photo.docx", "~photo.tmp",
        "photo.jpg.part", "photo.jpg.crdownload", "photo.tmp", "Icon\r", ".hidden/photo.jpg", "@eaDir/photo.jpg", "older/photo.jpg",
    ];

    /// <summary>Each setting that shapes rows: an interrupted export with another one starts again, with the same one it resumes.</summary>
    [Theory]
    [InlineData("jsonl", "--guard-formulas")]
    [InlineData("csv", "--guard-formulas")]
    [InlineData("csv", "--labels")]
    [InlineData("csv", "--delimiter", ";")]
    [InlineData("jsonl", "--where", "cost >= ?", "-a", "10")]
    [InlineData("jsonl", "--attachments", "{dir}/files")]
    public async Task An_export_with_another_setting_starts_again(string format, params string[] other)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", Enumerable.Range(0, 4500).Select(i => $$"""{"title":"=job {{i}}","cost":{{i}}}"""));
        string[] export = ["export", "job", "--format", format, "-o", folder.Path];
        string[] changed = [.. export, .. other.Select(word => word.Replace("{dir}", folder.Path, StringComparison.Ordinal))];
        string file = folder.File($"job.{format}");

        Assert.Equal(0, (await InProcess.RunAsync(emulator, export)).ExitCode);
        string whole = File.ReadAllText(file);
        Assert.Equal(0, (await InProcess.RunAsync(emulator, changed)).ExitCode);
        string wholeChanged = File.ReadAllText(file);

        await InterruptAsync(emulator, export);
        ToolRun restarted = await InProcess.RunAsync(emulator, changed);
        Assert.Equal((0, wholeChanged), (restarted.ExitCode, File.ReadAllText(file)));
        Assert.DoesNotContain("resuming", restarted.Error, StringComparison.Ordinal);

        await InterruptAsync(emulator, export);
        ToolRun resumed = await InProcess.RunAsync(emulator, export);
        Assert.Equal((0, whole), (resumed.ExitCode, File.ReadAllText(file)));
        Assert.Contains("resuming", resumed.Error, StringComparison.Ordinal);
    }

    /// <summary>A progress file that is damaged, or was written by another program, is not followed.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"bytes\":1e99}")]
    [InlineData("\u0000")]
    [InlineData("bytes=-1")]
    [InlineData("bytes=99999999")]
    [InlineData("count=-5")]
    [InlineData("lastId=")]
    public async Task An_export_with_damaged_progress_starts_again(string progress)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", Enumerable.Range(0, 4500).Select(i => $$"""{"title":"job {{i}}"}"""));
        string[] export = ["export", "job", "-o", folder.Path];
        await InterruptAsync(emulator, export);
        string file = folder.File("job.jsonl.progress");
        string[] change = progress.Split('=');
        if (change.Length == 2)
        {
            JsonNode saved = JsonNode.Parse(File.ReadAllText(file))!;
            saved[change[0]] = long.TryParse(change[1], CultureInfo.InvariantCulture, out long number) ? number : change[1];
            progress = saved.ToJsonString();
        }

        File.WriteAllText(file, progress);
        ToolRun run = await InProcess.RunAsync(emulator, export);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4500, File.ReadAllLines(folder.File("job.jsonl")).Distinct().Count());
        Assert.Equal(["job.jsonl"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    /// <summary>What file managers and others leave in folders is not taken for a file, and does not hide one.</summary>
    [Fact]
    public async Task Junk_in_the_folder_of_a_file_is_neither_sent_nor_counted_as_fetched()
    {
        foreach (string junk in Junk)
        {
            using TempFolder folder = new();
            await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
            await emulator.SeedAsync("job", """{"title":"A","photo":{"base64":"cGhvdG8=","filename":"photo.jpg"}}""");
            string id = PhotoIdOf(Assert.Single(await emulator.ObjectsAsync("job")));
            string[] export = ["export", "job", "-o", folder.Path, "--attachments", folder.File("files")];
            string[] import = ["import", folder.File("job.jsonl"), "--mode", "update", "--attachments", folder.File("files")];
            folder.Write($"files/job/{id}/{junk}", "junk");

            // Only junk: the export fetches the file, and without it the import says that it is missing and leaves the deployment's.
            await emulator.SetAttachmentStateAsync(id, "pending");
            ToolRun pending = await InProcess.RunAsync(emulator, export);
            ToolRun without = await InProcess.RunAsync(emulator, import);
            await emulator.SetAttachmentStateAsync(id, "uploaded");
            bool isLeft = PhotoIdOf(Assert.Single(await emulator.ObjectsAsync("job"))) == id;
            ToolRun fetched = await InProcess.RunAsync(emulator, export);
            ToolRun with = await InProcess.RunAsync(emulator, import);

            Assert.True((pending.ExitCode, without.ExitCode, isLeft, fetched.ExitCode, with.ExitCode) == (1, 1, true, 0, 0),
                $"{junk}: {(pending.ExitCode, without.ExitCode, isLeft, fetched.ExitCode, with.ExitCode)} {pending.Error}{without.Error}{fetched.Error}{with.Error}");
            Assert.Contains("1 file not available", pending.Error, StringComparison.Ordinal);
            Assert.Contains("1 file not in the attachments folder", without.Error, StringComparison.Ordinal);
            Assert.Equal("photo", File.ReadAllText(folder.File($"files/job/{id}/photo.jpg")));
            Assert.Equal("photo", await PhotoAsync(emulator));
        }

        output.WriteLine($"{Junk.Length} kinds of junk: 0 sent, 0 counted as fetched");
    }

    [Theory]
    [InlineData("contains more than one file", "a.jpg=one", "b.jpg=two")]
    [InlineData("is empty", "a.jpg=")]
    public async Task A_row_whose_file_is_ambiguous_or_empty_is_rejected(string reason, params string[] files)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        foreach (string file in files) folder.Write($"files/job/{PhotoId}/{file.Split('=')[0]}", file.Split('=')[1]);
        string rows = folder.Write("job.csv", $"title,photo_id\nA,{PhotoId}\nB,\n");

        ToolRun run = await InProcess.RunAsync(emulator, "import", rows, "--attachments", folder.File("files"));

        Assert.Equal((1, 1L), (run.ExitCode, await emulator.CountAsync("job")));
        Assert.Contains("line 2: the f", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    /// <summary>The API has one key for a field named like metadata and the metadata, and for a field named like a relationship's id. Files have
    /// one column for it, and give everything back that the API shows.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task Fields_named_like_metadata_and_ids_go_from_one_deployment_to_another(string format)
    {
        const string Schema = """
            <data-model>
              <model name="job" label="J">
                <field name="title" label="T" type="text"/>
                <field name="updated_at" label="U" type="datetime"/>
                <field name="display" label="D" type="text"/>
                <field name="photo" label="P" type="photo"/>
                <field name="photo_id" label="P" type="text"/>
                <field name="site_id" label="S" type="text"/>
                <belongs-to model="site"/>
                <belongs-to model="site" name="type"/>
                <display>{title}</display>
              </model>
              <model name="site" label="S"><field name="name" label="N" type="text"/><has-many model="job" name="jobs" inverse-of="site"/><display>{name}</display></model>
            </data-model>
            """;
        using TempFolder folder = new();
        await using JourneyEmulator from = await JourneyEmulator.StartAsync(Schema);
        await using JourneyEmulator to = await JourneyEmulator.StartAsync(Schema);
        await from.SeedAsync("job", """{"title":"A","site_id":"9913706a-179b-41e2-aaff-0026189d9dc0","type_id":"9913706a-179b-41e2-aaff-0026189d9dc1"}""");

        ToolRun export = await InProcess.RunAsync(from, "export", "job", "-f", format, "-o", folder.Path);
        ToolRun import = await InProcess.RunAsync(to, "import", folder.File($"job.{format}"));

        Assert.True((0, 0) == (export.ExitCode, import.ExitCode), export.Error + import.Error);
        Assert.Equal(Fields(Assert.Single(await from.ObjectsAsync("job"))), Fields(Assert.Single(await to.ObjectsAsync("job"))));
        foreach (ToolRun run in (ToolRun[])[export, import])
        {
            Assert.Contains("warning: the values of job.updated_at cannot be transferred: in the API, 'updated_at' is metadata of every object.", run.Error, StringComparison.Ordinal);
            Assert.Contains("warning: the values of job.display cannot be transferred", run.Error, StringComparison.Ordinal);
        }

        if (format == "csv") Assert.Equal("id,updated_at,display,title,photo_id,site_id,type_id", File.ReadLines(folder.File("job.csv")).First());
    }

    [Theory]
    [InlineData("csv", "title,display,updated_at,type\nA,B,2026-01-01T00:00:00Z,job\n")]
    [InlineData("jsonl", """{"title":"A","display":"B","updated_at":"2026-01-01T00:00:00Z","type":"job"}""")]
    public async Task Metadata_in_a_file_is_not_sent(string format, string text)
    {
        using TempFolder folder = new();
        string schema = Schemas.Jobs.Replace("<field name=\"cost\"", "<field name=\"display\" label=\"D\" type=\"text\"/><field name=\"updated_at\" label=\"D\" type=\"text\"/><field name=\"cost\"", StringComparison.Ordinal);
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(schema);

        ToolRun run = await InProcess.RunAsync(emulator, "import", folder.Write($"job.{format}", text), "--mode", "put");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(1, await emulator.CountAsync("job"));
    }

    [Fact]
    public async Task An_export_to_standard_output_writes_one_model_and_nothing_else()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", Enumerable.Range(0, 1500).Select(i => $$"""{"title":"\u00e9 {{i}}"}"""));
        await InProcess.RunAsync(emulator, "export", "job", "-f", "csv", "-o", folder.Path);

        ToolRun run = await Transfer.RunAsync(folder, emulator, "export", "job", "-f", "csv", "-o", "-");

        Assert.Equal((0, "job: 1,500 objects"), (run.ExitCode, run.Error.Trim()));
        Assert.Equal(File.ReadAllText(folder.File("job.csv")), run.Out);
        Assert.False(Path.Exists(folder.File("-")));
    }

    [Fact]
    public async Task An_upsert_creates_what_is_missing_and_changes_what_differs()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        string file = folder.Write("job.csv", "title,cost,state\nA,1,new\nB,2,new\nC,3,new\n");
        string[] upsert = ["import", file, "--key", "title", "--mode", "upsert"];

        ToolRun created = await InProcess.RunAsync(emulator, upsert);
        ToolRun unchanged = await InProcess.RunAsync(emulator, upsert);
        folder.Write("job.csv", "title,cost\nA,1\nB,20\nC,\nD,4\n");
        emulator.ClearRequests();
        ToolRun changed = await InProcess.RunAsync(emulator, upsert);

        Assert.Equal("job: 3 rows: 3 created, 0 updated, 0 unchanged, 0 rejected.", created.Error.Trim());
        Assert.Equal("job: 3 rows: 0 created, 0 updated, 3 unchanged, 0 rejected.", unchanged.Error.Trim());
        Assert.Equal("job: 4 rows: 1 created, 2 updated, 1 unchanged, 0 rejected.", changed.Error.Trim());
        string[] jobs = [.. (await emulator.ObjectsAsync("job")).Select(job => JsonNode.Parse(job.Json)!).Select(job => $"{job["title"]} {job["cost"]} {job["state"] is not null}").Order(StringComparer.Ordinal)];
        Assert.Equal(["A 1 True", "B 20 True", "C  True", "D 4 False"], jobs);
    }

    // Interrupts an export of 4,500 objects after four of its five ranges.
    /// <summary>Lets an export fail after it has stored a part of the objects.</summary>
    private static async Task InterruptAsync(JourneyEmulator emulator, string[] export)
    {
        // Requests run side by side, so the first page can be among those that fail, or the export can end before one does.
        for (int attempt = 0; attempt == 0 || !Directory.EnumerateFiles(export[^1], "*.progress").Any(); attempt++)
        {
            Assert.True(attempt < 60, "The export always failed before its first page, or ended.");
            emulator.Faults.Add(Fault.Status(403) with { Route = EmulatorRoute.Query, Skip = 4 + (attempt % 4), Times = null });
            Assert.Contains((await InProcess.RunAsync(emulator, export)).ExitCode, (int[])[0, 3]);
            emulator.Faults.Clear();
        }
    }

    private static string PhotoIdOf(StoredObject job) => (string)JsonNode.Parse(job.Json)!["photo_id"]!;

    private static string Fields(StoredObject stored)
    {
        JsonObject fields = JsonNode.Parse(stored.Json)!.AsObject();
        fields.Remove("updated_at");
        return $"{stored.Id} {string.Join(' ', fields.Where(field => field.Value is not null).OrderBy(field => field.Key, StringComparer.Ordinal))}";
    }

    private static async Task<string> PhotoAsync(JourneyEmulator emulator)
    {
        using HttpClient client = new();
        client.DefaultRequestHeaders.Authorization = new("Bearer", emulator.Token);
        JsonNode list = JsonNode.Parse(await client.GetStringAsync(new Uri(emulator.BaseAddress, "objects/job.json")))!;
        return await client.GetStringAsync(new Uri((string)list["objects"]![0]!["photo"]!["original"]!));
    }

    /// <summary>Two scheduled exports can overlap. The second one would continue, or delete, the file that the first one writes.</summary>
    [Theory]
    [InlineData("export job -o {dir}", "job.jsonl.part")]
    [InlineData("export job -o {dir} --format csv", "job.csv.part")]
    [InlineData("export job -o {dir} --format parquet", "job.parquet.part")]
    [InlineData("export job -o {dir} --attachments {dir}/files", "files/job/{id}/photo.jpg.part")]
    public async Task A_file_that_another_command_is_writing_is_left_to_it(string command, string name)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", """{"title":"A","photo":{"base64":"cGhvdG8=","filename":"photo.jpg"}}""");
        string id = PhotoIdOf(Assert.Single(await emulator.ObjectsAsync("job")));
        string file = folder.Write(name.Replace("{id}", id, StringComparison.Ordinal), "of the first");
        string[] args = command.Replace("{dir}", folder.Path, StringComparison.Ordinal).Split(' ');

        ToolRun refused;
        using (new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None)) refused = await InProcess.RunAsync(emulator, args);
        string kept = File.ReadAllText(file);
        ToolRun next = await InProcess.RunAsync(emulator, args);

        Assert.Equal((3, "of the first", 0), (refused.ExitCode, kept, next.ExitCode));
        Assert.Contains($"another command is writing '{file}'", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    /// <summary>One such value must not keep the other objects from being saved.</summary>
    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public async Task A_text_that_no_file_can_contain_is_null_and_told(string format)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        const string Page = """
            {"objects":[
              {"id":"10000000-0000-4000-8000-000000000000","type":"job","title":"\ud800","cost":5},
              {"id":"20000000-0000-4000-8000-000000000000","type":"job","title":"whole \ud83d\ude00","tags":["\udc00"]}],"more":false}
            """;
        emulator.Faults.Add(Fault.Status(200, Page, "application/json") with { Route = EmulatorRoute.List });

        ToolRun run = await InProcess.RunAsync(emulator, "export", "job", "-o", folder.Path, "--format", format);

        string text = File.ReadAllText(folder.File($"job.{format}"));
        Assert.True(run.ExitCode == 1, run.Error);
        Assert.Contains("warning: job: null in the file instead of 2 values with text that is not valid UTF-8.", run.Error, StringComparison.Ordinal);
        Assert.Contains("whole \U0001F600", System.Text.RegularExpressions.Regex.Unescape(text), StringComparison.Ordinal);
        Assert.Contains("20000000-0000-4000-8000-000000000000", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ud800", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\ufffd', text);
    }
}
