using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>The programs of docs/one-file-apps.md, run with the packages and the sample's schema beside them.</summary>
public sealed partial class OneFileTests(ConsumerFolder folder)
{
    private static readonly string Page = File.ReadAllText(Path.Combine(BuildFacts.RepoRoot, "docs", "one-file-apps.md"));

    [Fact]
    public async Task A_program_in_one_file_gets_its_models_from_the_schema_beside_it_and_sees_each_change_of_the_schema()
    {
        await WriteAsync("Report", "report.cs", Program(0));
        using EmulatorProcess emulator = await EmulatorProcess.StartAsync(folder, "Report");
        await emulator.CreateAsync("job", """{"number":7,"title":"Replace pump","state":"busy"}""");

        (int exitCode, string output) = await folder.RunAsync("Report", emulator.Variables, "run", "report.cs");
        Assert.True(exitCode == 0, output);
        Assert.Equal("#7 Replace pump: In progress", LastLine(output));

        string schema = folder.PathOf("Report", "schema.xml");
        string text = await File.ReadAllTextAsync(schema, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(schema, Number().Replace(text, "order"), TestContext.Current.CancellationToken);
        (int afterChange, string errors) = await folder.RunAsync("Report", emulator.Variables, "run", "report.cs");

        Assert.NotEqual(0, afterChange);
        Assert.Matches(@"report\.cs\(\d+,\d+\): error CS1061: 'JobFields' does not contain a definition for 'Number'", errors);
    }

    [Fact]
    public async Task A_program_in_one_file_can_run_the_emulator()
    {
        await WriteAsync("Alone", "alone.cs", Program(1));

        (int exitCode, string output) = await folder.RunAsync("Alone", "run", "alone.cs");

        Assert.True(exitCode == 0, output);
        Assert.Equal("1", LastLine(output));
    }

    /// <summary>The page's Directory.Build.props takes the schema of another folder.</summary>
    [Fact]
    public async Task A_program_in_one_file_can_use_a_schema_of_another_folder()
    {
        await WriteAsync("Elsewhere/app", "unused.txt", "");
        await WriteAsync("Elsewhere/tools", "report.cs", Program(1).Replace("\"schema.xml\"", "\"../app/schema.xml\"", StringComparison.Ordinal));
        File.Delete(folder.PathOf("Elsewhere", "tools", "schema.xml"));
        string props = Props().Match(Page).Groups["text"].Value;
        await File.WriteAllTextAsync(folder.PathOf("Elsewhere", "tools", "Directory.Build.props"), props, TestContext.Current.CancellationToken);

        (int exitCode, string output) = await folder.RunAsync("Elsewhere/tools", "run", "report.cs");

        Assert.True(exitCode == 0, output);
        Assert.Equal("1", LastLine(output));
    }

    private static string LastLine(string output) => output.TrimEnd().Split('\n')[^1];

    private static string Program(int number) => Version().Replace(Programs().Matches(Page)[number].Groups["text"].Value, $"@{ConsumerFolder.Version}");

    private async Task WriteAsync(string consumer, string file, string program)
    {
        Directory.CreateDirectory(folder.PathOf(consumer));
        File.Copy(GettingStarted.SchemaPath, folder.PathOf(consumer, "schema.xml"));
        await File.WriteAllTextAsync(folder.PathOf(consumer, file), program, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^```csharp file\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Programs();

    [GeneratedRegex("^```xml\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Props();

    [GeneratedRegex(@"(?<=^#:package \S+)@\S+", RegexOptions.Multiline)]
    private static partial Regex Version();

    [GeneratedRegex(@"(?<=(<field name=""|\{|on=""))number\b")]
    private static partial Regex Number();
}
