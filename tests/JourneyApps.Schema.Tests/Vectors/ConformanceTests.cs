namespace JourneyApps.Schema.Tests.Vectors;

public sealed class ConformanceTests
{
    private static readonly SchemaOptions Version4 = new() { ApiVersion = "4.0" };

    /// <summary>Where we differ on purpose, with what we say instead; docs/deviations.md gives the reasons.</summary>
    private static readonly Dictionary<int, string[]> Deviations = new()
    {
        [81] = [],
        [164] = ["JA1007 Error [3:1-3:6]"],
        [205] = ["JA1604 Error [3:10-3:12]"],
    };

    public static TheoryData<int> Numbers => [.. Vector.All.Select(vector => vector.Number)];

    [Fact]
    public void All_207_vectors_are_there() => Assert.Equal(Enumerable.Range(1, 207), Vector.All.Select(vector => vector.Number));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_findings_are_those_of_the_platform(int number)
    {
        Vector vector = Vector.All[number - 1];
        string[] expected = Deviations.TryGetValue(number, out string[]? ours) ? ours : [.. vector.Expected.Select(Describe)];

        ParsedSchema parsed = SchemaParser.Parse(vector.Document, Version4);

        SchemaDiagnostic[] platform = [.. parsed.Diagnostics.Where(finding => finding.Rule.Id.StartsWith("JA1", StringComparison.Ordinal))];
        bool offsets = vector.Expected is [{ Severity: "fatal" }, ..];
        Assert.Equal(expected, platform.Select(finding => Describe(finding, offsets)));
    }

    private static string Describe(VectorMessage message)
    {
        string severity = message.Severity == "warning" ? "Warning" : "Error";
        return $"{PlatformMessages.RuleOf(message.Message).Id} {severity} [{message.At}]";
    }

    private static string Describe(SchemaDiagnostic finding, bool offset)
    {
        string at = finding.Range is not { } range ? "no position"
            : offset ? $"offset {range.Start}-{range.Start + range.Length}"
            : $"{range.StartLine}:{range.StartColumn}-{range.EndLine}:{range.EndColumn}";
        return $"{finding.Rule.Id} {finding.Severity} [{at}]";
    }
}
