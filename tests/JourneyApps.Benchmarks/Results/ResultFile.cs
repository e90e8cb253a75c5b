using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Benchmarks.Generation;

namespace JourneyApps.Benchmarks.Results;

/// <summary>Prints figures and keeps them in <c>results.json</c> beside the project; a run of one group leaves the others as they are.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Keep(string group, IReadOnlyList<ResultRow> rows)
    {
        Print(group, rows);
        string path = Path.Combine(BuildFacts.Get("Project"), "results.json");
        JsonObject all = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path))!.AsObject() : [];
        all[group] = JsonSerializer.SerializeToNode(new { Machine = Machine.This, Rows = rows.Select(Rounded) }, Readable);
        File.WriteAllText(path, all.ToJsonString(Readable) + "\n");
    }

    private static void Print(string group, IReadOnlyList<ResultRow> rows)
    {
        Console.WriteLine();
        Console.WriteLine($"{group}, on {Machine.This.Cores} cores, {Machine.This.Runtime}");
        string? before = null;
        foreach (ResultRow row in rows)
        {
            if (row.What != before) Console.WriteLine($"  {row.What}");
            before = row.What;
            string ratio = row.Ratio is { } against ? against.ToString("0.00 ×", CultureInfo.InvariantCulture) : "";
            string target = row.Target is { } wanted ? $"{wanted.Text}: {(wanted.IsMet ? "met" : "MISSED")}" : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {row.Subject,-36} {row.Figure,12:#,0.0} {row.Unit,-12} {ratio,8}  {target}").TrimEnd());
        }
    }

    private static ResultRow Rounded(ResultRow row) =>
        row with { Figure = Math.Round(row.Figure, 2), Ratio = row.Ratio is { } ratio ? Math.Round(ratio, 3) : null };
}
