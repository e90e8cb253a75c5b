using System.Diagnostics;
using System.Globalization;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Tests.Fuzz;

public sealed class FuzzTests(ITestOutputHelper output)
{
    // Set higher by whoever wants to search for longer.
    private static readonly int Characters = int.Parse(Environment.GetEnvironmentVariable("SCHEMA_FUZZ_CHARACTERS") ?? "4000000", CultureInfo.InvariantCulture);

    private static readonly string[] Files =
    [
        "Samples/field-service.xml", "Samples/FieldService/schema.xml", "Dialects/assets.v2.xml", "Dialects/assets.v30.xml", "Dialects/assets.v4.xml",
        "Dialects/assets.api.json", "Dialects/assets.internal.json", "Oddities/15-string-option-keys.xml", "Oddities/20-option-labels.xml",
        "Oddities/32-comments-pis-cdata-everywhere.xml", "Oddities/51-index-webhook-notify.xml", "Oddities/78-doctype-without-entities.xml",
    ];

    [Fact]
    public void No_mutation_of_a_schema_throws_or_passes_in_silence()
    {
        int seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        Random random = new(seed);
        Mutator mutator = new(random);
        string[] texts = [.. Files.Select(file => File.ReadAllText(TestFiles.Find(file)))];
        long started = Stopwatch.GetTimestamp();
        (int characters, int documents, int malformed) = (0, 0, 0);
        while (characters < Characters)
        {
            string text = mutator.Mutate(texts[random.Next(texts.Length)]);
            characters += text.Length;
            documents++;
            ParsedSchema parsed = Parse(text, seed);
            Assert.All(parsed.Diagnostics, finding => AssertInside(finding, text));
            Assert.All(parsed.FaultyModels, name => Assert.NotNull(parsed.DataModel.FindModel(name)));
            if (text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('{')) continue;

            bool isWellFormed = StrictForm.IsWellFormed(text);
            if (!isWellFormed) malformed++;
            Assert.True(isWellFormed || parsed.Diagnostics.Any(finding => finding.Severity == SchemaSeverity.Error), $"seed {seed}, in silence:\n{text}");
            AssertReadersAgree(text, seed);
        }

        output.WriteLine($"{characters} characters in {documents} documents, {malformed} of them malformed, {Stopwatch.GetElapsedTime(started)}");
        Assert.True(malformed > documents / 10, "The mutations hardly break anything.");
    }

    private static ParsedSchema Parse(string text, int seed)
    {
        try
        {
            SchemaParser.Parse(text, new SchemaOptions { ApiVersion = "4.0" });
            SchemaParser.ParseApplication(text);
            return SchemaParser.Parse(text);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"seed {seed} threw on:\n{text}", exception);
        }
    }

    /// <summary>What the quick reader takes for well-formed, the thorough one must not find fault with, nor the other way round.</summary>
    private static void AssertReadersAgree(string text, int seed)
    {
        using XmlTree tree = new(text, CancellationToken.None);
        XmlReadResult result = XmlTreeReader.ReadDocument(tree);
        List<XmlFault> faults = WellFormedness.Check(text, CancellationToken.None);
        if (result == XmlReadResult.WellFormed) Assert.True(faults.Count == 0, $"seed {seed}, {faults.FirstOrDefault()}:\n{text}");

        // A second root that is never closed is the one thing that only the quick one minds.
        bool isSecondRoot = Enumerable.Range(0, tree.Count).Skip(1).Any(element => tree[element].Parent < 0);
        if (result == XmlReadResult.Failed && !isSecondRoot) Assert.True(faults.Count > 0, $"seed {seed}, no fault found in:\n{text}");
    }

    private static void AssertInside(SchemaDiagnostic finding, string text)
    {
        Assert.NotEqual("", finding.Message);
        if (finding.Range is not { } range) return;
        Assert.True(range.Start >= 0 && range.Length >= 0 && range.Start + range.Length <= text.Length, finding.ToString());
        Assert.Equal(text.AsSpan(0, range.Start).Count('\n'), range.StartLine);
        Assert.Equal(range.Start - (text.LastIndexOf('\n', Math.Max(0, range.Start - 1), Math.Max(0, range.Start)) + 1), range.StartColumn);
        Assert.True(range.EndLine >= range.StartLine);
    }
}
