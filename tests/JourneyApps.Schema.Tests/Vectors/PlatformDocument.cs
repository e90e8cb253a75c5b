using System.Text.Json;

namespace JourneyApps.Schema.Tests.Vectors;

/// <summary>A document with what the platform's own parser answers when it reads it.</summary>
/// <param name="Id">What tells it from the others: its kinds of damage, or its display expression.</param>
/// <param name="Version">The API version.</param>
/// <param name="Xml">The document.</param>
/// <param name="CrashesInDisplay">Whether a display expression makes the platform's parser throw.</param>
/// <param name="Crashes">Whether the platform's parser throws.</param>
/// <param name="Findings">Its findings in order.</param>
internal sealed record PlatformDocument(
    string Id, string Version, string Xml, bool CrashesInDisplay, bool Crashes, IReadOnlyList<PlatformFinding> Findings)
{
    public static IEnumerable<PlatformDocument> ReadAll(string file)
    {
        foreach (JsonElement line in JsonLines.Read(file))
        {
            bool isExpression = line.TryGetProperty("expression", out JsonElement expression);
            bool crashes = line.GetProperty("crash").GetBoolean();
            yield return new PlatformDocument(
                JsonLines.Text(isExpression ? expression : line.GetProperty("id")),
                line.GetProperty("version").GetString()!,
                JsonLines.Text(line.GetProperty(isExpression ? "schema" : "xml")),
                crashes && (isExpression || line.GetProperty("crash_in").GetString() == "display"),
                crashes,
                [.. line.GetProperty("findings").EnumerateArray().Select(Finding)]);
        }
    }

    private static PlatformFinding Finding(JsonElement finding) => new(
        finding[0].GetString() == "error" ? SchemaSeverity.Error : SchemaSeverity.Warning, Number(finding[1]), Number(finding[2]));

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();
}
