using JourneyApps.Schema.Tests.Deviations;

namespace JourneyApps.Schema.Tests.Vectors;

/// <summary>The findings of the platform's own parser, one by one. Ours with ids from JA2000 on have no counterpart there.</summary>
public sealed class PlatformFindingsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("findings.jsonl.gz", 5113)]
    [InlineData("display-expressions.jsonl.gz", 1282)]
    public void The_findings_are_those_of_the_platform_in_its_order(string file, int count)
    {
        PlatformDocument[] documents = [.. PlatformDocument.ReadAll(file)];
        Dictionary<string, int> used = [];
        List<ComparedFindings> different = [];
        int equal = 0;
        foreach (PlatformDocument document in documents.Where(document => !document.Crashes))
        {
            ComparedFindings comparison = new(document, Parse(document));
            if (comparison.IsEqual)
            {
                equal++;
                continue;
            }

            foreach (Deviation rule in Deviation.All)
            {
                if (rule.Apply(comparison)) used[rule.Name] = used.GetValueOrDefault(rule.Name) + 1;
            }

            if (!comparison.IsEqual) different.Add(comparison);
        }

        output.WriteLine($"{count} documents, {equal} equal, {documents.Count(document => document.Crashes)} crash the platform");
        foreach ((string rule, int times) in used) output.WriteLine($"{rule}: {times}");
        Assert.Equal(count, documents.Length);
        Assert.True(different.Count == 0, $"{different.Count} differ, such as\n{string.Join("\n", different.Take(5))}");
    }

    [Theory]
    [InlineData("findings.jsonl.gz", "JA1")]
    [InlineData("display-expressions.jsonl.gz", "JA1604")]
    public void A_display_that_crashes_the_platform_is_an_error(string file, string id)
    {
        foreach (PlatformDocument document in PlatformDocument.ReadAll(file).Where(document => document.CrashesInDisplay))
        {
            ParsedSchema parsed = Parse(document);
            Assert.True(parsed.Diagnostics.Any(IsError), document.Id);
        }

        bool IsError(SchemaDiagnostic finding)
            => finding.Severity == SchemaSeverity.Error && finding.Rule.Id.StartsWith(id, StringComparison.Ordinal);
    }

    [Fact]
    public void No_document_that_crashes_the_platform_throws_here()
        => Assert.All(PlatformDocument.ReadAll("findings.jsonl.gz").Where(document => document.Crashes), document => Parse(document));

    private static ParsedSchema Parse(PlatformDocument document)
        => SchemaParser.Parse(document.Xml, new SchemaOptions { ApiVersion = document.Version });
}
