using System.Globalization;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>Many schemas in one project, each in its own namespace, so that one compilation checks all of them.</summary>
internal static class Batch
{
    public static Run Of(IReadOnlyList<string> schemas)
    {
        BuildSettings settings = new BuildSettings().Property("JourneyAppsGlobalUsings", "false");
        var files = new AdditionalText[schemas.Count];
        for (int i = 0; i < files.Length; i++)
        {
            string path = PathOf(i);
            files[i] = new TextFile(path, schemas[i]);
            settings.Metadata(path, "JourneyAppsSchema", "true")
                .Metadata(path, "JourneyAppsClient", ClientOf(i))
                .Metadata(path, "JourneyAppsNamespace", "Batch.Number" + i.ToString(CultureInfo.InvariantCulture));
        }

        return Run.Of(files, settings);
    }

    public static string PathOf(int index) => $"/app/{index}.schema.xml";

    public static string ClientOf(int index) => $"App{index}";

    /// <summary>The findings in one of the schemas.</summary>
    public static Diagnostic[] FindingsIn(this Run run, int index) =>
        [.. run.Findings.Where(finding => finding.Location.GetLineSpan().Path == PathOf(index))];

    /// <summary>The generated files of one of the schemas.</summary>
    public static string[] SourcesOf(this Run run, int index) =>
        [.. run.Sources.Where(source => source.Key.StartsWith(ClientOf(index) + ".", StringComparison.Ordinal)).Select(source => source.Value)];
}
