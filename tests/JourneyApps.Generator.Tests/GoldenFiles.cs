using JourneyApps.Generator.Tests.Driving;

namespace JourneyApps.Generator.Tests;

/// <summary>
/// What is generated, file by file, to be read in review. After a change on purpose: run once with <c>UPDATE_GOLDEN=1</c>, read the
/// difference, commit it.
/// </summary>
public class GoldenFiles
{
    private static readonly string Root = Path.Combine(BuildFacts.Get("RepositoryRoot"), "tests", "JourneyApps.Generator.Tests", "Golden");

    [Fact]
    public void The_generated_code_is_as_it_was_reviewed()
    {
        Run run = Run.Of(TestFiles.Read("Schemas", "everything.schema.xml"));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") Write(run.Sources);

        Assert.Equal(
            Directory.GetFiles(Root).Select(Path.GetFileName).Order(StringComparer.Ordinal), run.Sources.Keys.Order(StringComparer.Ordinal));
        foreach ((string name, string text) in run.Sources) Assert.Equal(File.ReadAllText(Path.Combine(Root, name)), text);
    }

    private static void Write(IReadOnlyDictionary<string, string> sources)
    {
        Directory.CreateDirectory(Root);
        foreach (string old in Directory.GetFiles(Root)) File.Delete(old);
        foreach ((string name, string text) in sources) File.WriteAllText(Path.Combine(Root, name), text);
    }
}
