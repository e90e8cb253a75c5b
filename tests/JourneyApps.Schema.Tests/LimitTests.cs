using System.Diagnostics;
using System.Text;
using JourneyApps.Schema.Text;

namespace JourneyApps.Schema.Tests;

public sealed class LimitTests(ITestOutputHelper output)
{
    [Fact]
    public void Fifty_megabytes_are_one_finding()
    {
        string text = "<data-model>" + new string(' ', 50_000_000) + "</data-model>";
        ParsedSchema parsed = Timed(text);
        SchemaDiagnostic finding = Assert.Single(parsed.Diagnostics);
        Assert.Equal(SchemaRules.DocumentTooLarge, finding.Rule);
        Assert.Contains("50000025", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<model name='a' label='A'>")]
    [InlineData("<model name='a' label='A'><field name='f' label='F' type='text'>")]
    public void A_million_nested_elements_are_one_finding(string element)
    {
        string text = "<data-model>" + new StringBuilder().Insert(0, element, 1_000_000 / (element.Split('<').Length - 1) / 4).ToString();
        ParsedSchema parsed = Timed(text);
        Assert.Equal(SchemaRules.NestingTooDeep, Assert.Single(parsed.Diagnostics).Rule);
        Assert.Empty(parsed.DataModel.Models);
    }

    [Fact]
    public void A_million_nested_elements_of_three_characters_are_one_finding() =>
        Assert.Equal(SchemaRules.NestingTooDeep, Assert.Single(Timed(new StringBuilder().Insert(0, "<a>", 1_000_000).ToString()).Diagnostics).Rule);

    [Fact]
    public void Nesting_up_to_the_limit_is_fine()
    {
        int depth = SchemaLimits.Depth - 2;
        string nested = string.Concat(Enumerable.Repeat("<b>", depth)) + "Label" + string.Concat(Enumerable.Repeat("</b>", depth));
        Assert.Equal([SchemaRules.NestingTooDeep], Parse(nested).Diagnostics.Select(finding => finding.Rule));

        depth -= 3;
        nested = string.Concat(Enumerable.Repeat("<b>", depth)) + "Label" + string.Concat(Enumerable.Repeat("</b>", depth));
        ParsedSchema parsed = Parse(nested);
        Assert.Empty(parsed.Diagnostics);
        Assert.Equal("Label", parsed.DataModel.Models[0].Fields[0].Options[0].Label);

        static ParsedSchema Parse(string label) => SchemaParser.Parse(
            $"<data-model><model name='a' label='A'><field name='f' label='F' type='single-choice'><option key='k'>{label}</option></field><display/></model></data-model>");
    }

    [Fact]
    public void Noise_gives_a_bounded_number_of_findings()
    {
        ParsedSchema fatal = Timed(string.Concat(Enumerable.Repeat("noise ", 200_000)));
        Assert.Equal(SchemaLimits.Diagnostics + 1, fatal.Diagnostics.Count);
        Assert.Equal(SchemaRules.DiagnosticsCut, fatal.Diagnostics[^1].Rule);

        ParsedSchema unknown = Timed("<data-model>" + string.Concat(Enumerable.Repeat("<x/>", 200_000)) + "</data-model>");
        Assert.Equal(SchemaLimits.Diagnostics + 1, unknown.Diagnostics.Count);
        Assert.Equal(SchemaRules.DiagnosticsCut, unknown.Diagnostics[^1].Rule);
    }

    /// <summary>Everything that is looked up by name, declared fifty thousand times: a quadratic lookup would take minutes.</summary>
    [Fact]
    public void Fifty_thousand_of_everything_are_read_in_linear_time()
    {
        const int Count = 50_000;
        StringBuilder text = new("<data-model><model name='a' label='A'>");
        for (int i = 0; i < Count; i++) text.Append(Invariant($"<field name='f{i}' label='F' type='text'/>"));
        for (int i = 0; i < Count; i++) text.Append(Invariant($"<belongs-to model='a' name='b{i}'/>"));
        for (int i = 0; i < Count; i++) text.Append(Invariant($"<has-many model='a' name='h{i}' inverse-of='b{i}'/>"));
        text.Append("<display>");
        for (int i = 0; i < Count; i++) text.Append(Invariant($"{{f{i}}} {{b{i}.f{i}}} {{h{i}}}"));
        text.Append("</display><index on='b0");
        for (int i = 0; i < Count; i++) text.Append(Invariant($",f{i}"));
        text.Append("'/></model></data-model>");

        ParsedSchema parsed = Timed(text.ToString());
        Assert.Empty(parsed.Diagnostics);
        Assert.Equal((Count, Count, Count), (parsed.DataModel.Models[0].Fields.Count, parsed.DataModel.Models[0].BelongsTo.Count, parsed.DataModel.Models[0].HasMany.Count));

        ParsedSchema ambiguous = Timed(text.ToString().Replace("inverse-of", "inverse", StringComparison.Ordinal));
        Assert.Contains(ambiguous.Diagnostics, finding => finding.Rule == SchemaRules.HasManyAmbiguous);
    }

    [Fact]
    public void A_hundred_thousand_attributes_and_options_are_read_in_linear_time()
    {
        StringBuilder text = new("<data-model><model name='a' label='A'><field name='f' label='F' type='multiple-choice'>");
        for (int i = 0; i < 100_000; i++) text.Append(Invariant($"<option key='k{i}'>L</option>"));
        text.Append("</field><display");
        for (int i = 0; i < 100_000; i++) text.Append(Invariant($" a{i}=''"));
        ParsedSchema parsed = Timed(text.Append("/></model></data-model>").ToString());
        Assert.Equal(100_000, parsed.DataModel.Models[0].Fields[0].Options.Count);

        Assert.Equal(SchemaRules.AttributeRepeated, Assert.Single(Timed(text.ToString().Replace(" a99999=", " a5=", StringComparison.Ordinal)).Diagnostics).Rule);
    }

    [Fact]
    public void Findings_in_a_large_broken_document_take_linear_time()
    {
        string text = LargeSchema.Of(2000);
        ParsedSchema cut = Timed(text[..^20]);
        Assert.Equal(1999, cut.DataModel.Models.Count);
        ParsedSchema broken = Timed(text.Replace("label=\"State\"", "label=State", StringComparison.Ordinal));
        Assert.Equal(2000, broken.Diagnostics.Count);
        Assert.Empty(broken.DataModel.Models);
        Assert.True(broken.IsSchema);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>A quadratic lookup would take minutes; one leaves room for a busy machine.</summary>
    private ParsedSchema Timed(string text)
    {
        long started = Stopwatch.GetTimestamp();
        ParsedSchema parsed = SchemaParser.Parse(text);
        TimeSpan taken = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"{text.Length} characters in {taken.TotalMilliseconds:F0} ms, {parsed.Diagnostics.Count} findings");
        Assert.True(taken < TimeSpan.FromMinutes(1), $"It took {taken}.");
        return parsed;
    }
}
