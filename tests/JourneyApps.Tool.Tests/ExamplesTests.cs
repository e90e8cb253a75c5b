using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Tests;

/// <summary>Every example, in the help and in the pages, works as it stands.</summary>
public sealed partial class ExamplesTests(ITestOutputHelper output)
{
    private static readonly string Root = typeof(ExamplesTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepoRoot").Value!;

    private static readonly string[] Commands = ["pull", "check", "lint", "show", "export", "import"];

    private static readonly string[] Runnable = [.. Commands, "get", "count", "delete", "log"];

    [Fact]
    public async Task Every_example_of_the_help_works_as_it_stands()
    {
        int run = 0;
        foreach (string command in Commands)
        {
            using TempFolder folder = new();
            ToolRun help = await ToolRun.Of(folder, command, "--help");
            foreach (Match example in Example().Matches(help.Out[help.Out.IndexOf("Examples:", StringComparison.Ordinal)..])) run += await RunAsync(example.Groups["line"].Value);
        }

        output.WriteLine($"{run} examples of the help were run.");
        Assert.True(run >= 15);
    }

    [Fact]
    public async Task Every_example_of_the_page_works_as_it_stands()
    {
        MatchCollection examples = PageExample().Matches(await File.ReadAllTextAsync(Path.Combine(Root, "docs", "tool.md"), TestContext.Current.CancellationToken));

        Assert.True(examples.Count >= 3);
        foreach (string line in examples.Select(example => example.Groups["line"].Value).Where(CanRun)) await RunAsync(line);
    }

    // The others need a repository or a second deployment, or run until they are stopped; they have tests of their own.
    private static bool CanRun(string line)
        => Runnable.Contains(line.Split(' ')[1]) && !line.Contains("--follow", StringComparison.Ordinal);

    private static async Task<int> RunAsync(string line)
    {
        using TempFolder folder = new();
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(Prepare(folder));
        (string, string)[] environment = [("JOURNEYAPPS_BASE_URL", emulator.BaseAddress.AbsoluteUri), ("JOURNEYAPPS_TOKEN", emulator.Token), ("HOME", folder.Path)];
        folder.Write(".journeyapps-token", emulator.Token);

        string[] words = [.. Words(line.Replace("~/", folder.Path + "/", StringComparison.Ordinal)).Select(word => word.StartsWith("https://{app}", StringComparison.Ordinal) ? emulator.BaseAddress.AbsoluteUri : word)];
        ToolRun run = await ToolRun.Of(folder, environment, "", words[1..]);

        Assert.True(run.ExitCode is 0 or 1, $"{line}\nends with {run.ExitCode}: {run.Error}");
        Assert.DoesNotContain("rejected.", run.Error.Replace(" 0 rejected.", "", StringComparison.Ordinal), StringComparison.Ordinal);
        return 1;
    }

    /// <summary>What the examples speak of: the sample's schema, rows to import, and the same in sub-folders.</summary>
    private static string Prepare(TempFolder folder)
    {
        string schema = File.ReadAllText(Path.Combine(Root, "sample", "FieldService", "schema.xml"));
        folder.Write("schema.xml", schema);
        folder.Write("apps/field/schema.xml", schema);
        folder.Write("job.jsonl", """{"title":"Replace pump"}""");
        folder.Write("orders.csv", "number,title\n");
        folder.Write("backup/job.jsonl", """{"title":"Replace pump"}""");
        folder.Write("backup/job.csv", "id,title\n");
        Directory.CreateDirectory(folder.File("backup/files"));
        return schema;
    }

    /// <summary>The words as a shell would make them, up to where it would send the output elsewhere.</summary>
    private static List<string> Words(string line)
    {
        List<string> words = [];
        foreach (Match word in Word().Matches(line))
        {
            if (word.Value is ">" or "|") break;
            words.Add(new StringBuilder(word.Value).Replace("\"", "").ToString());
        }

        return words;
    }

    [GeneratedRegex("^  (?<line>journeyapps .+)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("^(?<line>journeyapps .+)$", RegexOptions.Multiline)]
    private static partial Regex PageExample();

    [GeneratedRegex("(\"[^\"]*\"|[^\\s\"])+")]
    private static partial Regex Word();
}
