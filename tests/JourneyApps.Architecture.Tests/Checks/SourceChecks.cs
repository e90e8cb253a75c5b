using System.Text.RegularExpressions;

namespace JourneyApps.Architecture.Tests;

/// <summary>The rules for files, folders and namespaces. Each returns what breaks it, one violation a line.</summary>
internal static partial class SourceChecks
{
    private const int MostLines = 400;

    public static IEnumerable<string> NamespacesFollowFolders(Project project, AssemblyTypes assembly)
    {
        foreach (SourceType type in assembly.Types.OrderBy(type => type.Files[0], StringComparer.Ordinal))
        {
            // Top-level statements are compiled into a class without a namespace.
            if (type is { Name: "Program", Namespace: "" }) continue;
            string expected = type.Folder == "."
                ? project.InternalNamespace
                : $"{project.InternalNamespace}.{type.Folder.Replace('/', '.')}";
            if (type.IsPublic && !project.PublicNamespaces.Contains(type.Namespace))
            {
                yield return $"{type.Files[0]}: public {type} is in {type.Namespace}; expected one of {string.Join(", ", project.PublicNamespaces)}.";
            }

            if (!type.IsPublic && type.Namespace != expected)
            {
                yield return $"{type.Files[0]}: internal {type} is in {type.Namespace}; expected {expected}.";
            }
        }
    }

    public static IEnumerable<string> PartsShareFolder(AssemblyTypes assembly) => assembly.Types
        .Where(type => type.Files.Select(SourceType.FolderOf).Distinct().Count() > 1)
        .Select(type => $"{type} is declared in more than one folder: {string.Join(", ", type.Files)}");

    public static IEnumerable<string> FilesHoldOneType(Project project)
    {
        foreach (string file in Repository.SourceFiles(project.Name))
        {
            string[] types = [.. Repository.ReadLines(project.Name, file).Select(line => Declaration().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Groups["name"].Value)];
            // Name.Part.cs and Name{T}.cs hold Name.
            string name = Path.GetFileName(file).Split('.', '{')[0];
            if (types.Length > 1) yield return $"{file} declares {string.Join(", ", types)}; expected one type a file.";
            else if (types.Length == 1 && types[0] != name) yield return $"{file} declares {types[0]}; expected a file of that name.";
        }
    }

    public static IEnumerable<string> FilesAreShort(Project project) => Repository.SourceFiles(project.Name)
        .Select(file => (file, lines: Repository.ReadLines(project.Name, file).Length))
        .Where(pair => pair.lines > MostLines)
        .Select(pair => $"{pair.file} has {pair.lines} lines; at most {MostLines} are allowed.");

    /// <summary>A type declaration that begins a line; the projects use file-scoped namespaces, so nested types are indented.</summary>
    [GeneratedRegex(@"^(?:\[[^\]]*\]\s*)*(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*"
        + @"(?:(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)\s+(?<name>\w+)|delegate\s+[^(]*?\b(?<name>\w+)(?:<[^>(]*>)?\()")]
    private static partial Regex Declaration();
}
