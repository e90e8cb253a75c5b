namespace JourneyApps.Package.Tests;

/// <summary>The packages that a library needs, packed a second time from the same sources under an older version.</summary>
public sealed class OldPackages(ConsumerFolder folder) : IAsyncLifetime
{
    private static readonly string[] Projects =
        ["JourneyApps.Schema", "JourneyApps.Generator", "JourneyApps.Generator.CodeFixes", "JourneyApps.Runtime", "JourneyApps.Generator.Package"];

    /// <summary>The address of the public repository.</summary>
    public const string Repository = "https://github.com/journeyapps-dotnet/journeyapps-generator";

    /// <summary>What the old packages say they were built from.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    // Built in a copy: the repository's own output is what the other tests pack.
    private readonly string _copy = folder.PathOf("..", "old");

    /// <summary>The file of an old package.</summary>
    public string PathOf(string id) => Path.Combine(folder.OldFeed, $"{id}.{ConsumerFolder.OldVersion}.nupkg");

    public async ValueTask InitializeAsync()
    {
        // Not the .git of a worktree, which is a file.
        foreach (string file in Directory.EnumerateFiles(BuildFacts.RepoRoot).Where(file => Path.GetFileName(file) != ".git")) Copy(file);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(BuildFacts.RepoRoot, "build"), "*", SearchOption.AllDirectories)) Copy(file);
        foreach (string file in Projects.SelectMany(Sources)) Copy(file);
        PretendAClone();
        foreach (string project in (string[])["JourneyApps.Generator.Package", "JourneyApps.Runtime", "JourneyApps.Schema"])
        {
            (int exitCode, string output) = await DotNet.RunAsync(
                _copy,
                new Dictionary<string, string>(),
                "pack", $"src/{project}", "-o", folder.OldFeed, $"-p:Version={ConsumerFolder.OldVersion}", "-p:RunAnalyzers=false", "-p:ContinuousIntegrationBuild=true", "-c", "Debug");
            Assert.True(exitCode == 0, output);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Packages are released from a clone of the public repository, which the copy is not: this is what the build reads of one.
    private void PretendAClone()
    {
        string git = Directory.CreateDirectory(Path.Combine(_copy, ".git")).FullName;
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.Combine(git, "refs"));
        File.WriteAllText(Path.Combine(git, "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(git, "config"), $"[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = {Repository}.git\n");
    }

    private static IEnumerable<string> Sources(string project)
    {
        string root = Path.Combine(BuildFacts.RepoRoot, "src", project);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));
    }

    private void Copy(string file)
    {
        string to = Path.Combine(_copy, Path.GetRelativePath(BuildFacts.RepoRoot, file));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(file, to);
    }
}
