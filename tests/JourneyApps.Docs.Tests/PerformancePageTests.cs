using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JourneyApps.Docs.Tests;

/// <summary>The page on performance says what was measured: its tables are made from the file that the benchmarks keep.</summary>
public sealed partial class PerformancePageTests
{
    private static readonly string PagePath = Repository.PathOf("docs", "performance.md");

    [Fact]
    public void Every_table_is_what_the_benchmarks_kept()
    {
        using var results = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests", "JourneyApps.Benchmarks", "results.json")));
        string page = File.ReadAllText(PagePath).ReplaceLineEndings("\n");
        string[] groups = [.. results.RootElement.EnumerateObject().Select(group => group.Name)];

        string fresh = Table().Replace(page, table => $"<!-- {table.Groups["group"].Value} -->\n{TableOf(results.RootElement.GetProperty(table.Groups["group"].Value))}<!-- end -->");

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(PagePath, page = fresh);
        Assert.Equal(fresh, page);
        Assert.Equal(groups.Order(), Table().Matches(page).Select(table => table.Groups["group"].Value).Order());
    }

    private static string TableOf(JsonElement group)
    {
        JsonElement[] rows = [.. group.GetProperty("rows").EnumerateArray()];
        string[] subjects = [.. rows.Select(row => Text(row, "subject")).Distinct()];
        bool isContest = subjects.Length > 1;
        JsonElement machine = group.GetProperty("machine");

        List<string[]> lines = [["", .. subjects, .. (string[])(isContest ? [$"{subjects[0]} : {subjects[1]}"] : []), "target"]];
        lines.Add([.. lines[0].Select(_ => "---")]);
        foreach (IGrouping<string, JsonElement> what in rows.GroupBy(row => Text(row, "what")))
        {
            JsonElement first = what.First();
            List<string> line = [Thousand().Replace(what.Key, "1,000")];
            line.AddRange(subjects.Select(subject => what.Where(row => Text(row, "subject") == subject).Select(Figure).SingleOrDefault("")));
            if (isContest) line.Add(first.TryGetProperty("ratio", out JsonElement ratio) ? Ratio(ratio.GetDouble()) : "");
            line.Add(first.TryGetProperty("target", out JsonElement target) ? $"{Text(target, "text")}{(target.GetProperty("isMet").GetBoolean() ? "" : " (missed)")}" : "");
            lines.Add([.. line]);
        }

        string place = string.Create(
            CultureInfo.InvariantCulture,
            $"Measured on {Text(machine, "date")}: {machine.GetProperty("cores").GetInt32()} cores, {machine.GetProperty("memoryGiB").GetDouble():0} GiB, {Text(machine, "system")}, {Text(machine, "runtime")}.");
        return $"{place}\n\n{string.Concat(lines.Select(line => $"| {string.Join(" | ", line)} |\n"))}";
    }

    private static string Figure(JsonElement row)
    {
        double figure = row.GetProperty("figure").GetDouble();
        string format = figure >= 100 ? "#,0" : figure >= 10 ? "0.0" : "0.00";
        return string.Create(CultureInfo.InvariantCulture, $"{figure.ToString(format, CultureInfo.InvariantCulture)} {Text(row, "unit")}");
    }

    private static string Ratio(double ratio) => ratio < 0.005 ? "< 0.01" : ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    [GeneratedRegex("<!-- (?<group>(?!end)[a-z]+) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("\\b1000\\b")]
    private static partial Regex Thousand();
}
