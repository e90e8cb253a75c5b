using System.Globalization;
using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

/// <summary>
/// Random schemas from a difficult alphabet: 100, or 2,000 with <c>FULL=1</c>. Count and seed can be set by the environment too:
/// <c>MALFORMED_SCHEMAS=500 TEST_SEED=1</c>.
/// </summary>
public sealed class MalformedSchemas(ITestOutputHelper output)
{
    private const int PerCompilation = 50;

    [Fact]
    public void Each_compiles_or_is_found_at_fault_and_what_is_left_compiles()
    {
        int seed = TestSeed.Next();
        int count = Setting("MALFORMED_SCHEMAS", Environment.GetEnvironmentVariable("FULL") == "1" ? 2000 : 100);
        output.WriteLine($"{count} schemas");
        var random = new Random(seed);
        var source = new MalformedSchema(random);
        int legal = 0;
        for (int done = 0; done < count; done += PerCompilation)
        {
            string[] schemas = [.. Enumerable.Range(0, PerCompilation).Select(_ => source.Next())];
            Run run = Batch.Of(schemas);
            LanguageVersion language = done % (2 * PerCompilation) == 0 ? LanguageVersion.CSharp12 : LanguageVersion.Latest;
            IReadOnlyList<Diagnostic> found = run.Compile(language);
            Diagnostic? failure = found.Count > 0 ? found[0] : null;
            Assert.True(failure is null, $"seed {seed}: {failure}\n{(failure is null ? "" : Culprit(run, schemas, failure))}");
            for (int i = 0; i < schemas.Length; i++) legal += IsValidatedCorrectly(run, i, schemas[i], seed) ? 1 : 0;
        }

        output.WriteLine($"{legal} of {count} legal");
        Assert.True(legal > count / 20, $"seed {seed}: only {legal} legal schemas; the alphabet is too difficult to test anything");
    }

    private static bool IsValidatedCorrectly(Run run, int index, string schema, int seed)
    {
        ParsedSchema parsed = SchemaParser.Parse(schema);
        bool isLegal = !parsed.Diagnostics.Any(finding => finding.Severity == SchemaSeverity.Error);
        bool hasErrors = run.FindingsIn(index).Any(finding => finding.Severity == DiagnosticSeverity.Error);
        Assert.True(isLegal != hasErrors, $"seed {seed}: legal {isLegal}, errors {hasErrors}\n{schema}");
        int sound = parsed.DataModel.Models.Count(model => !parsed.FaultyModels.Contains(model.Name));
        Assert.Equal(sound, run.SourcesOf(index).Count(source => source.Contains("DataContract]\n", StringComparison.Ordinal)));
        return isLegal;
    }

    private static string Culprit(Run run, string[] schemas, Diagnostic failure)
    {
        string file = failure.Location.SourceTree?.FilePath ?? "";
        int index = int.Parse(file[3..file.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        return schemas[index] + "\n" + (run.Sources.GetValueOrDefault(file) ?? "");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
