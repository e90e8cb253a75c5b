using System.Diagnostics;
using System.Text.Json.Nodes;

namespace JourneyApps.Tool.Tests;

public sealed class DiffTests(ITestOutputHelper output)
{
    private const string Old = """
        <?xml version="1.0" encoding="UTF-8"?>
        <data-model>
          <model name="job" label="Job">
            <field name="title" label="Title" type="text"/>
            <field name="count" label="Count" type="integer"/>
            <field name="cost" label="Cost" type="number"/>
            <field name="due" label="Due" type="date"/>
            <field name="state" label="State" type="single-choice"><option key="new">New</option><option key="busy">Busy</option></field>
            <field name="tags" label="Tags" type="multiple-choice"><option key="a">A</option><option key="b">B</option></field>
            <field name="photo" label="Photo" type="photo"/>
            <belongs-to model="site"/>
            <display>{title}</display>
            <index on="state"/>
          </model>
          <model name="site" label="Site"><field name="name" label="Name" type="text"/><has-many model="job" name="jobs"/><display>{name}</display></model>
        </data-model>
        """;

    // A replacement in the schema, and the exit codes with --fail-on any, structure and breaking.
    private static readonly (string From, string To, int Any, int Structure, int Breaking)[] Pairs =
    [
        ("<data-model>", "<data-model>", 0, 0, 0),
        ("<data-model>", "<data-model><!-- a comment -->", 0, 0, 0),
        ("    <field", "<field", 0, 0, 0),
        ("label=\"Title\"", "label=\"Subject\"", 1, 0, 0),
        ("label=\"Job\"", "label=\"Work\"", 1, 0, 0),
        (">Busy<", ">In progress<", 1, 0, 0),
        ("{title}", "{title}!", 1, 0, 0),
        ("{name}", "{name}.", 1, 0, 0),
        ("<index on=\"state\"/>", "", 1, 0, 0),
        ("<index on=\"state\"/>", "<index on=\"due\"/>", 1, 0, 0),
        ("<index on=\"state\"/>", "<index on=\"state\"/><index on=\"count\"/>", 1, 0, 0),
        ("<field name=\"count\"", "<field name=\"size\" label=\"Size\" type=\"integer\"/><field name=\"count\"", 1, 1, 0),
        ("<option key=\"busy\">", "<option key=\"done\">Done</option><option key=\"busy\">", 1, 1, 0),
        ("<option key=\"b\">", "<option key=\"c\">C</option><option key=\"b\">", 1, 1, 0),
        ("<belongs-to model=\"site\"/>", "<belongs-to model=\"site\"/><belongs-to model=\"site\" name=\"depot\"/>", 1, 1, 0),
        ("</data-model>", "<model name=\"part\" label=\"Part\"><field name=\"no\" label=\"No\" type=\"text\"/><display>{no}</display></model></data-model>", 1, 1, 0),
        ("<field name=\"title\" label=\"Title\" type=\"text\"/>", "", 1, 1, 1),
        ("<field name=\"photo\" label=\"Photo\" type=\"photo\"/>", "", 1, 1, 1),
        ("<field name=\"cost\" label=\"Cost\" type=\"number\"/>", "", 1, 1, 1),
        ("name=\"due\"", "name=\"deadline\"", 1, 1, 1),
        ("name=\"count\" label=\"Count\" type=\"integer\"", "name=\"count\" label=\"Count\" type=\"text\"", 1, 1, 1),
        ("name=\"count\" label=\"Count\" type=\"integer\"", "name=\"count\" label=\"Count\" type=\"number\"", 1, 1, 1),
        ("name=\"cost\" label=\"Cost\" type=\"number\"", "name=\"cost\" label=\"Cost\" type=\"integer\"", 1, 1, 1),
        ("type=\"date\"", "type=\"datetime\"", 1, 1, 1),
        ("type=\"photo\"", "type=\"signature\"", 1, 1, 1),
        ("type=\"multiple-choice\"", "type=\"single-choice\"", 1, 1, 1),
        ("<belongs-to model=\"site\"/>", "", 1, 1, 1),
        ("<option key=\"busy\">Busy</option>", "", 1, 1, 1),
        ("<has-many model=\"job\" name=\"jobs\"/>", "", 1, 1, 1),
        ("<model name=\"site\" label=\"Site\">", "<model name=\"place\" label=\"Site\">", 1, 1, 1),
    ];

    [Fact]
    public async Task Thirty_pairs_have_the_right_exit_codes()
    {
        using TempFolder folder = new();
        folder.Write("old.xml", Old);
        List<string> wrong = [];
        foreach ((string from, string to, int any, int structure, int breaking) in Pairs)
        {
            string changed = Old.Replace(from, to, StringComparison.Ordinal);
            // What a removed belongs-to or model leaves behind would be an error of the schema.
            if (to.Length == 0 && from.Contains("belongs-to", StringComparison.Ordinal)) changed = changed.Replace("<has-many model=\"job\" name=\"jobs\"/>", "", StringComparison.Ordinal);
            if (to.Contains("depot", StringComparison.Ordinal)) changed = changed.Replace("name=\"jobs\"/>", "name=\"jobs\" inverse-of=\"site\"/>", StringComparison.Ordinal);
            if (to.Contains("place", StringComparison.Ordinal)) changed = changed.Replace("<belongs-to model=\"site\"/>", "<belongs-to model=\"place\" name=\"site\"/>", StringComparison.Ordinal);
            if (from.Contains("name=\"title\"", StringComparison.Ordinal) && to.Length == 0) changed = changed.Replace("{title}", "{cost}", StringComparison.Ordinal);
            folder.Write("new.xml", changed);
            foreach ((string failOn, int expected) in new[] { ("any", any), ("structure", structure), ("breaking", breaking) })
            {
                ToolRun run = await InProcess.RunAsync("", "diff", folder.File("old.xml"), folder.File("new.xml"), "--fail-on", failOn);
                if (run.ExitCode != expected) wrong.Add($"{from} -> {to} with {failOn}: expected {expected}, was {run.ExitCode}: {run.Out.Trim()} {run.Error.Trim()}");
            }
        }

        output.WriteLine($"{Pairs.Length} pairs, {wrong.Count} wrong");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task It_says_what_happens_to_stored_data()
    {
        using TempFolder folder = new();
        folder.Write("old.xml", Old);
        folder.Write("new.xml", Old.Replace("label=\"Count\" type=\"integer\"", "label=\"Count\" type=\"text\"", StringComparison.Ordinal)
            .Replace("<field name=\"photo\" label=\"Photo\" type=\"photo\"/>", "<field name=\"size\" label=\"Size\" type=\"integer\"/>", StringComparison.Ordinal));

        ToolRun run = await ToolRun.Of(folder, "diff", "old.xml", "new.xml");
        ToolRun json = await ToolRun.Of(folder, "diff", "old.xml", "new.xml", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("stored data: stored values do not fit the new type and can no longer be read", run.Out, StringComparison.Ordinal);
        Assert.Contains("stored data: stored values can no longer be read", run.Out, StringComparison.Ordinal);
        Assert.Contains("stored data: existing objects have no value", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("breaking.", run.Error.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(2, (int)JsonNode.Parse(json.Out)!["breaking"]!);
    }

    [Fact]
    public async Task Revisions_of_git_are_compared_with_the_file_and_with_each_other()
    {
        using TempFolder folder = new();
        folder.Write("schema.xml", Old);
        Git(folder, "init", "--quiet");
        Git(folder, "add", "schema.xml");
        Git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "one");
        folder.Write("schema.xml", Old.Replace("label=\"Title\"", "label=\"Subject\"", StringComparison.Ordinal));

        ToolRun file = await ToolRun.Of(folder, "diff", "HEAD");
        ToolRun both = await ToolRun.Of(folder, "diff", "HEAD:schema.xml", "HEAD");
        ToolRun none = await ToolRun.Of(folder, "diff", "nosuch");

        Assert.Equal((1, "~ job.title: label \"Title\" -> \"Subject\""), (file.ExitCode, file.Out.TrimEnd()));
        Assert.Equal((0, ""), (both.ExitCode, both.Out));
        Assert.Equal(3, none.ExitCode);
        Assert.Single(none.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("ssh://host/path", "core.sshCommand")]
    [InlineData("ext::touch MARKER", "protocol.ext.allow")]
    [InlineData("file:///nowhere", "remote.origin.uploadpack")]
    public async Task The_configuration_of_a_repository_does_not_run_a_program(string remote, string setting)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The planted program is a shell command.");
        using TempFolder folder = new();
        string marker = folder.File("marker");
        folder.Write("schema.xml", Old);
        Git(folder, "init", "--quiet");
        Git(folder, "add", "schema.xml");
        Git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "one");
        // A clone that lacks its objects fetches them when they are read.
        foreach (string file in Directory.EnumerateFiles(folder.File(".git/objects"), "*", SearchOption.AllDirectories)) File.Delete(file);
        Git(folder, "config", "core.repositoryformatversion", "1");
        Git(folder, "config", "extensions.partialClone", "origin");
        Git(folder, "config", "remote.origin.promisor", "true");
        Git(folder, "config", "remote.origin.url", remote.Replace("MARKER", marker, StringComparison.Ordinal));
        Git(folder, "config", setting, setting.EndsWith("allow", StringComparison.Ordinal) ? "always" : $"touch '{marker}'; false");
        foreach (string name in (string[])["fsmonitor", "pager", "editor", "askPass", "alternateRefsCommand"])
            Git(folder, "config", $"core.{name}", $"touch '{marker}'; false");

        ToolRun run = await ToolRun.Of(folder, "diff", "HEAD");

        Assert.Equal(3, run.ExitCode);
        Assert.False(File.Exists(marker), "A program that the repository names was run.");
    }

    private static void Git(TempFolder folder, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
