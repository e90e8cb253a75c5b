using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

public sealed class AttachmentTransferTests
{
    private const int Photos = 30;

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public async Task Files_go_from_one_deployment_to_another_with_their_objects(string format)
    {
        using TempFolder folder = new();
        await using JourneyEmulator from = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await using JourneyEmulator to = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await SeedAsync(from);
        await from.SeedAsync("job", """{"title":"without a photo"}""");

        ToolRun export = await Transfer.RunAsync(folder, from, "export", "job", "--format", format, "--attachments", "files");
        ToolRun import = await Transfer.RunAsync(folder, to, "import", $"job.{format}", "--attachments", "files");

        Assert.Equal((0, 0), (export.ExitCode, import.ExitCode));
        Assert.Contains($"job: 31 objects in {Path.Combine(".", $"job.{format}")}, with 30 files", export.Error, StringComparison.Ordinal);
        Assert.Equal(Photos, Directory.EnumerateFiles(folder.File("files"), "*", SearchOption.AllDirectories).Count());
        Assert.Equal(await PhotosAsync(from), await PhotosAsync(to));
        Assert.Equal(Photos, (await PhotosAsync(to)).Count);
    }

    [Fact]
    public async Task A_killed_export_fetches_only_what_is_not_there_yet()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await SeedAsync(emulator);
        emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.Media, Skip = 12, Times = null });
        using (Process process = Transfer.Start(folder, emulator, "export", "job", "--attachments", "files"))
        {
            // Each of the four downloads at the same time has finished those before.
            await Transfer.UntilAsync(() => emulator.Faults.ParkedRequests == 4);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        emulator.Faults.Clear();
        int before = emulator.Requests.Count(IsMedia);
        ToolRun resumed = await Transfer.RunAsync(folder, emulator, "export", "job", "--attachments", "files");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(Photos - 12, emulator.Requests.Count(IsMedia) - before);
        string[] files = Directory.GetFiles(folder.File("files"), "*", SearchOption.AllDirectories);
        Assert.Equal((await PhotosAsync(emulator)).Values.Order(), files.Select(File.ReadAllText).Order());
    }

    [Fact]
    public async Task A_killed_import_sends_each_file_with_its_row_and_no_row_twice()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        StringBuilder rows = new("title,photo_id\r\n");
        for (int i = 0; i < 20; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"job {i},photo-{i}\r\n");
            folder.Write($"files/job/photo-{i}/pump.jpg", $"photo {i} {new string('x', 1 << 20)}");
        }

        folder.Write("job.csv", rows.ToString());
        emulator.Faults.Add(Fault.Hang() with { Route = EmulatorRoute.Batch, Skip = 1 });
        using (Process process = Transfer.Start(folder, emulator, "import", "job.csv", "--attachments", "files"))
        {
            await Transfer.UntilAsync(() => emulator.Faults.ParkedRequests > 0);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        ToolRun otherwise = await Transfer.RunAsync(folder, emulator, "import", "job.csv");
        ToolRun resumed = await Transfer.RunAsync(folder, emulator, "import", "job.csv", "--attachments", "files");

        // Without the files it would be another import.
        Assert.Equal((2, 0), (otherwise.ExitCode, resumed.ExitCode));
        Assert.Contains("resuming after line 5", resumed.Error, StringComparison.Ordinal);
        Assert.Contains("20 rows: 20 written, 0 already existed, 0 rejected.", resumed.Error, StringComparison.Ordinal);
        SortedDictionary<string, string> photos = await PhotosAsync(emulator);
        Assert.Equal(20, photos.Count);
        Assert.All(photos, photo => Assert.StartsWith($"photo {photo.Key[4..]} xx", photo.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_has_expired_is_read_anew_and_a_file_that_is_not_there_yet_is_told()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await SeedAsync(emulator);
        string pending = PhotoIdOf((await emulator.ObjectsAsync("job"))[3])!;
        await emulator.SetAttachmentStateAsync(pending, "pending");
        emulator.Faults.Add(Fault.Status(410) with { Route = EmulatorRoute.Media, Skip = 5 });

        ToolRun run = await Transfer.RunAsync(folder, emulator, "export", "job", "--attachments", "files");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("with 29 files; 1 file not available, because the device has not uploaded it yet", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File($"files/job/{pending}")));
    }

    /// <summary>Names of files, ids and models come from the server: none of them may lead out of the folder.</summary>
    [Fact]
    public async Task A_hostile_server_writes_nothing_outside_of_the_folder()
    {
        using TempFolder folder = new();
        using HttpListener server = new();
        string root = Listen(server);
        _ = ServeAsync(server, root);

        Directory.CreateDirectory(folder.File("inner"));
        ToolRun run = await ToolRun.Of(
            folder, [("JOURNEYAPPS_TOKEN", "t")], "", "export", "job", "--output", "inner/out", "--attachments", "inner/files", "--base-url", $"{root}api/v4/x/");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["inner"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Where(name => name != ".local"));
        string[] files = [.. Directory.EnumerateFiles(folder.File("inner"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.File("inner"), path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(3, files.Length);
        Assert.Matches("^files/job/______escape~[0-9a-f]{32}/evil.sh$", files[0]);
        Assert.Equal(["files/job/plain/_con.txt", "out/job.jsonl"], files[1..]);
    }

    [Fact]
    public async Task A_file_too_large_for_a_request_costs_its_row_and_not_the_others()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        Directory.CreateDirectory(folder.File("files/job/large"));
        using (FileStream large = File.Create(folder.File("files/job/large/photo.jpg"))) large.SetLength((64L * 1024 * 1024) + 1);
        folder.Write("files/job/small/photo.jpg", "small");
        folder.Write("job.csv", "title,photo_id\r\nA,large\r\nB,small\r\n");

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "job.csv", "--attachments", "files");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 2: the file", run.Error, StringComparison.Ordinal);
        Assert.Contains("is larger than 64 MiB", run.Error, StringComparison.Ordinal);
        Assert.Equal("small", Assert.Single(await PhotosAsync(emulator)).Value);
    }

    [Fact]
    public async Task Files_that_a_file_manager_left_are_not_sent_and_two_files_of_one_id_are_told()
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write("job.csv", "title,photo_id\none,photo-1\ntwo,photo-2\n");
        folder.Write("files/job/photo-1/.DS_Store", "junk");
        folder.Write("files/job/photo-1/Thumbs.db", "junk");
        folder.Write("files/job/photo-1/pump.jpg", "the photo");
        folder.Write("files/job/photo-2/a.jpg", "one");
        folder.Write("files/job/photo-2/b.jpg", "another");

        ToolRun run = await Transfer.RunAsync(folder, emulator, "import", "job.csv", "--attachments", "files");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 3: the folder '", run.Error, StringComparison.Ordinal);
        Assert.Contains("contains more than one file", run.Error, StringComparison.Ordinal);
        Assert.Equal("the photo", Assert.Single(await PhotosAsync(emulator)).Value);
    }

    private static Task<IReadOnlyList<string>> SeedAsync(JourneyEmulator emulator) => emulator.SeedAsync("job", Enumerable.Range(0, Photos).Select(i => $$$"""
        {"id":"00000000-0000-4000-8000-{{{i.ToString("x12", CultureInfo.InvariantCulture)}}}","title":"job {{{i}}}","photo":{"base64":"{{{Convert.ToBase64String(Encoding.UTF8.GetBytes($"photo {i}"))}}}","filename":"photo {{{i}}}.jpg"}}
        """));

    /// <summary>The photos of all jobs by the jobs' ids, as the deployment serves them.</summary>
    private static async Task<SortedDictionary<string, string>> PhotosAsync(JourneyEmulator emulator)
    {
        SortedDictionary<string, string> photos = new(StringComparer.Ordinal);
        using HttpClient client = new();
        client.DefaultRequestHeaders.Authorization = new("Bearer", emulator.Token);
        JsonNode list = JsonNode.Parse(await client.GetStringAsync(new Uri(emulator.BaseAddress, "objects/job.json")))!;
        foreach (JsonNode? job in list["objects"]!.AsArray())
        {
            if (job!["photo"]?["original"] is { } url) photos[(string)job["title"]!] = await client.GetStringAsync(new Uri((string)url!));
        }

        return photos;
    }

    private static bool IsMedia(RecordedRequest request) => request.PathAndQuery.Contains("/media/", StringComparison.Ordinal);

    private static string? PhotoIdOf(StoredObject job) => (string?)JsonNode.Parse(job.Json)!["photo_id"];

    private static string Listen(HttpListener server)
    {
        for (int port = 20_000 + Random.Shared.Next(20_000); ; port++)
        {
            try
            {
                server.Prefixes.Add($"http://127.0.0.1:{port}/");
                server.Start();
                return $"http://127.0.0.1:{port}/";
            }
            catch (HttpListenerException)
            {
                server.Prefixes.Clear();
            }
        }
    }

    private static async Task ServeAsync(HttpListener server, string root)
    {
        while (server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            byte[] body = Encoding.UTF8.GetBytes(Answer(context.Request.Url!.AbsolutePath, root));
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
    }

    private static string Answer(string path, string root) => path switch
    {
        _ when path.EndsWith("datamodel.json", StringComparison.Ordinal) => """
            {"models":{"job":{"name":"job","label":"Job","display":"x","fields":{"photo":{"name":"photo","label":"P","type":"photo"}},"belongs_to":{},"has_many":{}}}}
            """,
        _ when path.EndsWith("count.json", StringComparison.Ordinal) => """{"count":2}""",
        _ when path.EndsWith("job.json", StringComparison.Ordinal) => $$$"""
            {"objects":[
              {"id":"a","type":"job","photo_id":"../../escape","photo":{"state":"uploaded","original":"{{{root}}}media/..%2F..%2F..%2Fevil.sh"}},
              {"id":"b","type":"job","photo_id":"plain","photo":{"state":"uploaded","original":"{{{root}}}media/con.txt"}}],
             "count":2,"total":2,"more":false}
            """,
        _ => "content",
    };
}
