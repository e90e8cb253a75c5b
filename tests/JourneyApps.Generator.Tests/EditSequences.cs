using System.Globalization;
using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

/// <summary>A driver that lives through many edits must give, after each, what a fresh one gives: text for text, finding for finding.</summary>
public sealed class EditSequences
{
    private const int Edits = 200;

    [Fact]
    public void A_long_lived_driver_equals_a_fresh_one_after_every_edit()
    {
        int seed = TestSeed.Next();
        var random = new Random(seed);
        var editor = new SchemaEditor(random);
        BuildSettings settings = new();
        CSharpCompilation compilation = Run.Compilation("class A;", LanguageVersion.CSharp12);
        var file = new TextFile(Run.SchemaPath, TestFiles.Read("Schemas", "everything.schema.xml"));
        GeneratorDriver driver = Run.NewDriver([file], settings).RunGenerators(compilation);
        int withSources = 0;

        for (int edit = 0; edit < Edits; edit++)
        {
            (string what, string text) = editor.Edit(file.GetText().ToString());
            var next = new TextFile(Run.SchemaPath, text);
            driver = driver.ReplaceAdditionalText(file, next).RunGenerators(compilation);
            file = next;

            string expected = Describe(Run.NewDriver([file], settings).RunGenerators(compilation));
            string actual = Describe(driver);
            Assert.True(expected == actual, $"seed {seed}, edit {edit}: {what}\n{text}\n--- fresh\n{expected}\n--- long-lived\n{actual}");
            withSources += actual.Contains("DataContract", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(withSources > Edits / 2, $"seed {seed}: only {withSources} of {Edits} states gave models");
    }

    private static string Describe(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);
        IEnumerable<string> sources = result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText);
        IEnumerable<string> findings = result.Diagnostics.Select(finding => finding.ToString());
        return string.Join('\n', sources.Concat(findings).Append(findings.Count().ToString(CultureInfo.InvariantCulture)));
    }
}
