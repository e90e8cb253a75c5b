using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>
/// A folder with a small schema (and what else a project may hold) and, beside it, what is generated from it: the files and, in
/// <c>findings.txt</c>, what the user is told.
/// </summary>
internal sealed class GoldenCase
{
    private const string Options = "options.txt";
    private const string Findings = "findings.txt";
    private const string FileNames = "files.txt";
    private const string Client = "JourneyApp.g.cs";
    private const int Many = 50;

    private static readonly string Repository = BuildFacts.Get("RepositoryRoot");

    private readonly string _name;
    private readonly string _folder;

    public GoldenCase(string name)
    {
        _name = name;
        _folder = Path.Combine(Root, name);
        Schemas = Files(name == "Whole/sample" ? Path.Combine(Repository, "sample", "FieldService") : _folder, IsInput);
    }

    /// <summary>Where the cases are.</summary>
    public static string Root { get; } = Path.Combine(Repository, "tests", "JourneyApps.Generator.Tests", "Golden");

    /// <summary>The cases, by group and name.</summary>
    public static IEnumerable<string> Names => Directory.GetDirectories(Root)
        .SelectMany(Directory.GetDirectories)
        .Select(folder => Path.GetRelativePath(Root, folder).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    /// <summary>What a project would hand to the compiler: schemas, names, the application's file.</summary>
    public IReadOnlyDictionary<string, string> Schemas { get; }

    /// <summary>What was reviewed.</summary>
    public IReadOnlyDictionary<string, string> Reviewed => Files(_folder, name => !IsInput(name) && name != Options);

    /// <summary>Runs the generator.</summary>
    public Run Generate() => Run.Of([.. Schemas.Select(file => new TextFile("/app/" + file.Key, file.Value))], Settings());

    /// <summary>
    /// What a run gave, in the form in which it is reviewed. A field changes nothing in the client, so that is left out there; of a large
    /// schema one file is enough to read, and the names of all.
    /// </summary>
    public IReadOnlyDictionary<string, string> Describe(Run run)
    {
        bool isLarge = run.Sources.Count > Many;
        string? oneOfMany = run.Sources.FirstOrDefault(source => source.Value.Split("DataContract]\n").Length == 3).Key;
        var files = run.Sources
            .Where(source => isLarge ? source.Key == oneOfMany : !(IsAboutAField && source.Key == Client))
            .ToDictionary(source => source.Key, source => source.Value);
        if (isLarge) files[FileNames] = string.Concat(run.Sources.Keys.Order(StringComparer.Ordinal).Select(name => name + "\n"));
        if (run.Findings.Length > 0) files[Findings] = string.Concat(run.Findings.Select(finding => Line(finding) + "\n"));
        return files;
    }

    /// <summary>Whether the case shows one kind of field, in a model that is the same everywhere.</summary>
    public bool IsAboutAField => _name.StartsWith("Fields/", StringComparison.Ordinal);

    /// <summary>Takes what came out as reviewed.</summary>
    public void Accept(IReadOnlyDictionary<string, string> files)
    {
        foreach (string old in Reviewed.Keys) File.Delete(Path.Combine(_folder, old));
        foreach ((string name, string text) in files) File.WriteAllText(Path.Combine(_folder, name), text);
    }

    private static bool IsInput(string name) => Path.GetExtension(name) is ".xml" or ".json" or ".names";

    private static Dictionary<string, string> Files(string folder, Func<string, bool> which) => Directory.GetFiles(folder)
        .Where(path => which(Path.GetFileName(path)))
        .Order(StringComparer.Ordinal)
        .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

    private static string Line(Diagnostic finding) => finding.ToString().Replace("/app/", "", StringComparison.Ordinal);

    // One option a line: "Name = value" for the project, "file: Name = value" for a file.
    private BuildSettings Settings()
    {
        var settings = new BuildSettings();
        string path = Path.Combine(_folder, Options);
        if (!File.Exists(path)) return settings;
        foreach (string line in File.ReadLines(path))
        {
            string[] parts = line.Split(" = ");
            string[] place = parts[0].Split(": ");
            if (place.Length == 1) settings.Property(place[0], parts[1]);
            else settings.Metadata("/app/" + place[0], place[1], parts[1]);
        }

        return settings;
    }
}
