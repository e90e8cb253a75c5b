using System.Text.Json.Nodes;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Files that someone else put where the command works: links, programs, and names that lead to one folder.</summary>
public sealed class PlantedFileTests
{
    private const string PhotoId = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";

    public static TheoryData<string, string> Links => new()
    {
        { "pull", "schema.xml" },
        { "export", "out/job.jsonl" },
        { "export", "out/job.jsonl.part" },
        { "export", "out/job.jsonl.progress" },
        { "export", "files/job" },
        { "import", "job.csv.progress" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public async Task A_link_with_the_name_of_a_file_is_not_written_through(string command, string name)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        string victim = folder.Write("victim/precious.txt", "precious");
        string target = name == "files/job" ? folder.File("victim") : victim;
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.CreateSymbolicLink(folder.File(name), target);
        string dangling = folder.File(name) + ".other";
        File.CreateSymbolicLink(dangling, folder.File("victim/none"));
        folder.Write("job.csv", "title\nA\n");

        ToolRun run = await RunAsync(folder, emulator, command);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"'{folder.File(name)}' is a link, and this command does not write through links.", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(["precious.txt"], Directory.EnumerateFileSystemEntries(folder.File("victim")).Select(Path.GetFileName));
        Assert.Equal("precious", File.ReadAllText(victim));
    }

    [Theory]
    [InlineData("schema.xml", "pull")]
    [InlineData("out/job.jsonl.part", "export")]
    [InlineData("out/job.jsonl", "export")]
    public async Task A_link_to_a_file_that_does_not_exist_creates_none(string name, string command)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.CreateSymbolicLink(folder.File(name), folder.File("planted"));

        ToolRun run = await RunAsync(folder, emulator, command);

        Assert.Equal(3, run.ExitCode);
        Assert.False(File.Exists(folder.File("planted")));
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.jpg.part")]
    public async Task A_link_in_the_folder_of_a_file_is_not_written_through(string name)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await StartAsync();
        string id = (string)JsonNode.Parse(Assert.Single(await emulator.ObjectsAsync("job")).Json)!["photo_id"]!;
        string victim = folder.Write("victim.txt", "precious");
        Directory.CreateDirectory(folder.File($"files/job/{id}"));
        File.CreateSymbolicLink(folder.File($"files/job/{id}/{name}"), victim);

        ToolRun run = await RunAsync(folder, emulator, "export");

        Assert.Equal((3, "precious"), (run.ExitCode, File.ReadAllText(victim)));
        Assert.Contains("is a link", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("files/job", "the folder '")]
    [InlineData("files/job/" + PhotoId, "the folder '")]
    [InlineData("files/job/" + PhotoId + "/photo.jpg", "the file '")]
    public async Task A_link_in_an_attachment_folder_is_not_sent(string link, string message)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        folder.Write($"secret/{PhotoId}/photo.jpg", "secret");
        string target = folder.File(link switch { "files/job" => "secret", _ when link.EndsWith("jpg", StringComparison.Ordinal) => $"secret/{PhotoId}/photo.jpg", _ => $"secret/{PhotoId}" });
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(link))!);
        File.CreateSymbolicLink(folder.File(link), target);
        folder.Write("job.csv", $"title,photo_id\nA,{PhotoId}\n");

        ToolRun run = await InProcess.RunAsync(emulator, "import", folder.File("job.csv"), "--attachments", folder.File("files"));

        Assert.Equal((1, 0L), (run.ExitCode, await emulator.CountAsync("job")));
        Assert.Contains($"line 2: {message}{folder.File(link)}' is a link", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Ids and names of models come from a server. No two of them may share a folder on any file system.</summary>
    [Fact]
    public void Names_that_differ_get_folders_that_differ_and_are_valid_everywhere()
    {
        string[] names =
        [
            "a.b", "a_b", "a-b", "a b", "A_b", "A.B", "a_B", "..", ".", "", " ", "con", "CON", "con.txt", "nul", "com1", "lpt9", "aux.", "a.", "a..", "a ", "a/b",
            "a\\b", "a:b", "a*b", "~", "a~b", "\u00e4", "a\u0308", "\ud800", "\udc00", "\ufffd", new string('x', 101), new string('x', 102), new string('x', 300), "\0",
            "a\u202eb", "%2e%2e", "job", "Job", "JOB",
        ];

        string[] parts = [.. names.Select(Files.SafeFileName.OfPart)];

        Assert.Equal(parts.Length, parts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(parts, part =>
        {
            Assert.Matches("^[a-z0-9_~-]{1,100}$", part);
            Assert.DoesNotMatch("^(con|prn|aux|nul|com[0-9]|lpt[0-9])$", part);
            // What is made from a name cannot be the name of another object.
            Assert.True(names.Contains(part, StringComparer.Ordinal) || Files.SafeFileName.OfPart(part) != part);
        });
        Assert.Equal(["a_b", "a-b", "job", PhotoId], ((string[])["a_b", "a-b", "job", PhotoId]).Select(Files.SafeFileName.OfPart));
    }

    [Fact]
    public async Task Models_that_differ_only_in_case_are_exported_to_files_of_their_own()
    {
        const string Twins = """
            <data-model>
              <model name="job" label="J"><field name="t" label="T" type="text"/><display>{t}</display></model>
              <model name="Job" label="J"><field name="t" label="T" type="text"/><display>{t}</display></model>
              <model name="Site" label="S"><field name="t" label="T" type="text"/><display>{t}</display></model>
            </data-model>
            """;
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Twins);
        await emulator.SeedAsync("job", """{"t":"lower"}""");
        await emulator.SeedAsync("Job", """{"t":"upper"}""");

        Assert.Equal(0, (await InProcess.RunAsync(emulator, "export", "Job", "-o", folder.Path)).ExitCode);
        Assert.Equal(0, (await InProcess.RunAsync(emulator, "export", "-o", folder.Path)).ExitCode);

        string[] files = [.. Directory.EnumerateFiles(folder.Path).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        Assert.Equal(3, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal("Site.jsonl", files[0]);
        Assert.Equal("job.jsonl", files[1]);
        Assert.Matches("^job~[0-9a-f]{32}.jsonl$", files[2]);
        Assert.Contains("upper", File.ReadAllText(folder.File(files[2])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_in_the_current_folder_are_not_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The planted programs are shell scripts.");
        using TempFolder folder = new();
        string marker = folder.File("marker");
        Directory.CreateDirectory(folder.File(".git"));
        foreach (string name in (string[])["git", "git.exe", "git.cmd", "git.bat", "git.com", "bin/git", "chmod", "sh"])
        {
            string program = folder.Write(name, $"#!/bin/sh\necho run >> '{marker}'\nexit 0\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        string linked = folder.Path + "-link";
        Directory.CreateSymbolicLink(linked, folder.File("bin"));
        folder.Write("token", "O:t");
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        try
        {
            string[] paths = ["", ".", ":", ":/usr/bin", "/usr/bin:", ".:/usr/bin", "./bin", "bin", folder.Path, folder.File("bin"), folder.Path + "/", $"{folder.Path}/./bin/..", linked, "..", $"../{Path.GetFileName(folder.Path)}"];
            foreach (string path in paths)
            {
                ToolRun run = await ToolRun.Of(folder, [("PATH", path)], "", "pull", "--base-url", emulator.BaseAddress.AbsoluteUri, "--token-file", "token");

                Assert.Equal(3, run.ExitCode);
                Assert.False(File.Exists(marker), $"A planted program was run with PATH='{path}'.");
            }
        }
        finally
        {
            Directory.Delete(linked);
        }
    }

    private static async Task<JourneyEmulator> StartAsync()
    {
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(Schemas.Jobs);
        await emulator.SeedAsync("job", """{"title":"A","photo":{"base64":"cGhvdG8=","filename":"photo.jpg"}}""");
        return emulator;
    }

    private static Task<ToolRun> RunAsync(TempFolder folder, JourneyEmulator emulator, string command) => command switch
    {
        "pull" => InProcess.RunAsync(emulator, "pull", "--output", folder.File("schema.xml")),
        "export" => InProcess.RunAsync(emulator, "export", "job", "--output", folder.File("out"), "--attachments", folder.File("files")),
        _ => InProcess.RunAsync(emulator, "import", folder.File("job.csv")),
    };
}
