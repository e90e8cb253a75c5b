using System.Text.RegularExpressions;

namespace JourneyApps.Docs.Tests;

public sealed partial class SampleTests(ITestOutputHelper output)
{
    /// <summary>Each line that a sample checks is counted, so that a sample that stopped checking is noticed.</summary>
    [Theory]
    [InlineData("JobsApi", 17)]
    [InlineData("MeterMirror", 4)]
    public async Task A_sample_runs_without_an_account_checks_itself_and_ends(string sample, int checks)
    {
        SampleRun run = await RunAsync(sample);

        Assert.Equal(checks, Passed().Count(run.Out));
        Assert.DoesNotContain("FAILED", run.Out, StringComparison.Ordinal);
    }

    /// <summary>The page of the sample shows what the program prints; ports, times and the moving bar aside.</summary>
    [Fact]
    public async Task The_sample_of_the_readme_runs_without_an_account_and_its_page_shows_what_it_prints()
    {
        SampleRun run = await RunAsync("FieldService");

        Assert.DoesNotContain("FAILED", run.Out, StringComparison.Ordinal);
        string shown = Pages.Blocks("sample/FieldService/README.md").Single(block => block.Language == "" && block.Code.StartsWith("No --base-url given", StringComparison.Ordinal)).Code;
        Assert.Equal(Lasting(run.Out), Lasting(shown));
    }

    [Fact]
    public void Every_sample_is_run_here_and_by_continuous_integration_and_named_in_the_readme()
    {
        string[] samples = [.. Directory.EnumerateDirectories(Repository.PathOf("sample")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];
        string readme = File.ReadAllText(Repository.PathOf("README.md"));
        string steps = File.ReadAllText(Repository.PathOf(".ci", "run"));

        Assert.Equal(["FieldService", "JobsApi", "MeterMirror"], samples);
        Assert.All(samples, sample => Assert.Contains($"sample/{sample}", readme, StringComparison.Ordinal));
        Assert.All(samples, sample => Assert.Contains($"sample/{sample}", steps, StringComparison.Ordinal));
    }

    /// <summary>Runs a sample in an empty folder, in which it leaves nothing.</summary>
    private async Task<SampleRun> RunAsync(string sample)
    {
        string folder = Directory.CreateTempSubdirectory("journeyapps-sample-").FullName;
        try
        {
            SampleRun run = await SampleRun.Of(sample, folder);

            output.WriteLine(run.Out);
            Assert.True(run.ExitCode == 0, run.Out + run.Error);
            Assert.Equal("", run.Error);
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
            return run;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Lasting(string text) => [.. text.Trim().Split('\n')
        .Select(line => Moving().Replace(line, "…").TrimEnd())
        .Where(line => !line.StartsWith("Jobs written:", StringComparison.Ordinal))];

    [GeneratedRegex(@"127\.0\.0\.1:\d+|\d+\.\d s\.")]
    private static partial Regex Moving();

    [GeneratedRegex("^ok    ", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
