using System.Diagnostics;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Tests.Fuzz;

public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("FULL") == "1";

    /// <summary>How many characters the documents of a seed have.</summary>
    private static readonly int Characters = IsFull ? 10_000_000 : 1_000_000;

    /// <summary>The same seeds on every run, or with <c>FULL=1</c> new ones.</summary>
    public static TheoryData<int> Seeds => IsFull ? [.. Enumerable.Range(0, 4).Select(_ => Random.Shared.Next())] : [1, 2, 3, 4];

    private static readonly string[] Files =
    [
        "Samples/field-service.xml", "Samples/FieldService/schema.xml", "Dialects/assets.v2.xml", "Dialects/assets.v30.xml", "Dialects/assets.v4.xml",
        "Dialects/assets.api.json", "Dialects/assets.internal.json", "Oddities/15-string-option-keys.xml", "Oddities/20-option-labels.xml",
        "Oddities/32-comments-pis-cdata-everywhere.xml", "Oddities/51-index-webhook-notify.xml", "Oddities/78-doctype-without-entities.xml",
    ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Seeds))]
    public void No_mutation_of_a_schema_throws_or_passes_in_silence(int seed)
    {
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
            Assert.True(isWellFormed || parsed.Diagnostics.Any(IsReported), $"seed {seed}, in silence:\n{text}");
            AssertReadersAgree(text, seed);
        }

        output.WriteLine($"seed {seed}: {characters} characters in {documents} documents, {malformed} of them malformed, {Stopwatch.GetElapsedTime(started)}");
        Assert.True(malformed > documents / 10, "The mutations hardly break anything.");
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"??> before root -->\n<?pi x?>\n", true)]
    [InlineData("<?pi ???>", true)]
    [InlineData("<?pi a?b?>", true)]
    [InlineData("<?pi ??>", false)]
    [InlineData("<?pi ??> before root", false)]
    [InlineData("<?pi ?> before root", false)]
    public void An_instruction_ends_where_the_platform_ends_it(string beforeRoot, bool isWellFormed)
    {
        string text = beforeRoot + "<data-model><model name='a' label=''><display/></model></data-model>";
        Assert.Equal(isWellFormed, StrictForm.IsWellFormed(text));
        Assert.Equal(isWellFormed, SchemaParser.Parse(text).Diagnostics.Count == 0);
        AssertReadersAgree(text, 0);
    }

    /// <summary>An error, or a second root, which the platform ignores even if it is not closed.</summary>
    private static bool IsReported(SchemaDiagnostic finding)
        => finding.Severity == SchemaSeverity.Error || finding.Rule == SchemaRules.RootRepeated;

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
