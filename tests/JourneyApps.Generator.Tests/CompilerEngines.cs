using System.Diagnostics;
using JourneyApps.Generator.Tests.Infrastructure;

namespace JourneyApps.Generator.Tests;

/// <summary>
/// The generator in the compilers of users: that of the .NET 8 SDK, which it is built on, one of .NET 9 and one of .NET 10. Each runs in
/// a separate process with the sample's schema, the unusual schemas and the schemas of the golden files, faulty ones included; it checks
/// that the code compiles and that an unrelated edit reruns nothing.
/// </summary>
public sealed class CompilerEngines(ITestOutputHelper output)
{
    private static readonly string[] Versions = ["4.8", "4.14", "5.12"];

    private static readonly Lazy<Engine[]> Engines = new(() => [.. Versions.AsParallel().AsOrdered().Select(Execute)]);

    [Fact]
    public void The_generator_runs_in_each()
    {
        foreach (Engine engine in Engines.Value) output.WriteLine(engine.Said);

        Assert.All(Engines.Value.Zip(Versions), pair =>
        {
            Assert.StartsWith($"Roslyn {pair.Second}.0: ", pair.First.Said, StringComparison.Ordinal);
            Assert.Equal("", pair.First.Complaints);
            Assert.Equal(0, pair.First.ExitCode);
        });
    }

    [Fact]
    public void All_of_them_give_the_same_code_and_the_same_findings()
    {
        string first = Engines.Value[0].Text;

        Assert.True(first.Length > 1_000_000, $"only {first.Length} characters");
        Assert.Contains("error JA1204", first, StringComparison.Ordinal);
        Assert.All(Engines.Value, engine => Assert.True(first == engine.Text, $"{engine.Said}: other text than that of Roslyn {Versions[0]}"));
    }

    private static Engine Execute(string version)
    {
        string[] place = BuildFacts.Get("Engines").Split(';');
        string target = Path.GetTempFileName();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(place[0], "Roslyn" + version, place[1]), .. Folders(), target])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> complaints = process.StandardError.ReadToEndAsync();
            string said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new Engine(process.ExitCode, said.Trim(), complaints.Result, File.ReadAllText(target));
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static IEnumerable<string> Folders() =>
    [
        Path.Combine(BuildFacts.Get("RepositoryRoot"), "sample", "FieldService"),
        TestFiles.PathOf("Oddities"),
        .. GoldenCase.Names.Select(name => Path.Combine(GoldenCase.Root, name)),
    ];

    private sealed record Engine(int ExitCode, string Said, string Complaints, string Text);
}
