using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

/// <summary>Eighty schemas with one unusual construct each. The tests of Schema compare their diagnostics with the platform's; these test the generated code.</summary>
public sealed class OdditySchemas
{
    private static readonly string[] Files =
        [.. Directory.GetFiles(TestFiles.PathOf("Oddities"), "*.xml").Order(StringComparer.Ordinal)];

    private static readonly Lazy<Run> All = new(() => Batch.Of([.. Files.Select(File.ReadAllText)]));

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    public void What_is_generated_from_them_compiles_without_warnings(LanguageVersion language)
    {
        Assert.Equal(80, Files.Length);
        Assert.Empty(All.Value.Compile(language));
    }

    [Fact]
    public void Each_is_reported_as_the_reader_finds_it_and_every_sound_model_is_generated()
    {
        for (int i = 0; i < Files.Length; i++)
        {
            ParsedSchema parsed = SchemaParser.Parse(File.ReadAllText(Files[i]));
            var expected = parsed.Diagnostics.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal);
            var reported = All.Value.FindingsIn(i).Select(finding => finding.Id).Where(id => !IsAboutNames(id)).Order(StringComparer.Ordinal);
            Assert.Equal(expected, reported);

            int sound = parsed.IsSchema ? parsed.DataModel.Models.Count(model => !parsed.FaultyModels.Contains(model.Name)) : 0;
            Assert.Equal(sound, All.Value.SourcesOf(i).Count(source => source.Contains("DataContract]\n", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Findings_about_names_are_never_errors() => Assert.All(
        All.Value.Findings.Where(finding => IsAboutNames(finding.Id)),
        finding => Assert.NotEqual(DiagnosticSeverity.Error, finding.Severity));

    // JA2001 to JA2049 come with the schema reader.
    private static bool IsAboutNames(string id) => string.CompareOrdinal(id, "JA2050") >= 0 && id.StartsWith("JA2", StringComparison.Ordinal);
}
