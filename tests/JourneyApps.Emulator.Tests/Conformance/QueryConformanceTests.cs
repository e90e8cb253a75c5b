using System.Text.Json;
using System.Text.RegularExpressions;
using JourneyApps.Emulator.Text;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Tests.Conformance;

/// <summary>Query expressions, compared with the objects that the platform's client finds.</summary>
public sealed class QueryConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_query_finds_the_objects_that_the_platforms_client_finds()
    {
        var file = ConformanceFile.Read("query");
        string model = file.Header.GetProperty("model").GetString()!;
        SchemaOptions version = new() { ApiVersion = file.Header.GetProperty("version").GetString() };
        await using Api api = await Api.StartAsync(
            file.Header.GetProperty("schema").GetString()!, new() { Listen = false, SchemaOptions = version });
        foreach (JsonProperty objects in file.Header.GetProperty("objects").EnumerateObject())
        {
            await api.Emulator.SeedAsync(objects.Name, objects.Value.EnumerateArray().Select(ReadFormat.ToWrite));
        }

        string[] ancient =
        [
            .. file.Header.GetProperty("objects").GetProperty(model).EnumerateArray().Where(HasMomentBeforeYear100)
                .Select(item => item.GetProperty("id").GetString()!),
        ];
        List<string> wrong = [];
        foreach (JsonElement vector in file.Vectors)
        {
            string body = JsonSerializer.Serialize(
                new { expression = vector.GetProperty("expression"), arguments = vector.GetProperty("arguments") }, JsonText.Options);
            Answer answer = await api.PostAsync($"objects/{model}/query.json", body);
            string[] found = answer.Status == 200 ? [.. answer.Ids.Order(StringComparer.Ordinal)] : [];
            string[] expected = [.. vector.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)];
            if (ComparesMomentsWithDays(vector))
            {
                found = [.. found.Except(ancient)];
                expected = [.. expected.Except(ancient)];
            }

            if (answer.Status == 200 && found.SequenceEqual(expected)) continue;
            wrong.Add($"{body}: {answer.Status}, {found.Length} instead of {expected.Length}");
        }

        output.WriteLine($"{file.Vectors.Count} queries, {wrong.Count} different");
        foreach (string line in wrong.Take(1000)) output.WriteLine(line);
        Assert.Empty(wrong);
    }

    // Deviation "Years before 100": JavaScript takes 1 to 99 for 1901 to 1999 when the client makes a day of a moment.
    private static bool ComparesMomentsWithDays(JsonElement vector)
    {
        MatchCollection comparisons = Regex.Matches(vector.GetProperty("expression").GetString()!, @"(\w+) (?:[<>!]?=|[<>]|starts with|contains|in|not in) \?");
        return comparisons.Zip(vector.GetProperty("arguments").EnumerateArray())
            .Any(pair => pair.First.Groups[1].Value == "at" && HasPlainDay(pair.Second));
    }

    private static bool HasPlainDay(JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.String => argument.GetString()!.Length == "2020-01-02".Length,
        JsonValueKind.Array => argument.EnumerateArray().Any(HasPlainDay),
        _ => false,
    };

    private static bool HasMomentBeforeYear100(JsonElement item)
        => item.TryGetProperty("at", out JsonElement at) && at.ValueKind == JsonValueKind.String
            && at.GetString()!.StartsWith("00", StringComparison.Ordinal);
}
