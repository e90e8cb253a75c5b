namespace JourneyApps.Schema.Tests;

public sealed class RecoveryTests
{
    private static readonly string Sample = File.ReadAllText(TestFiles.Find("Samples/field-service.xml"));

    [Fact]
    public void The_sample_itself_has_no_finding()
    {
        ParsedSchema parsed = SchemaParser.Parse(Sample);
        Assert.Empty(parsed.Diagnostics);
        Assert.Empty(parsed.FaultyModels);
        Assert.Equal(10, parsed.DataModel.Models.Count);
    }

    [Theory]
    [InlineData("Samples/field-service.xml")]
    [InlineData("Samples/FieldService/schema.xml")]
    public void Cut_at_every_tenth_character_the_models_closed_before_are_those_of_the_whole(string file)
    {
        string text = File.ReadAllText(TestFiles.Find(file));
        DataModel whole = SchemaParser.Parse(text).DataModel;
        int root = text.IndexOf("<data-model>", StringComparison.Ordinal) + "<data-model>".Length;
        int rootEnd = text.IndexOf("</data-model>", StringComparison.Ordinal) + "</data-model>".Length;
        for (int length = 0; length < rootEnd; length += 10)
        {
            string cut = text[..length];
            int closed = cut.Split("</model>").Length - 1;

            ParsedSchema parsed = SchemaParser.Parse(cut);

            Assert.Contains(parsed.Diagnostics, finding => finding.Severity == SchemaSeverity.Error);
            Assert.Equal(whole.Models.Take(closed), parsed.DataModel.Models.Take(closed));
            Assert.Equal(closed, parsed.DataModel.Models.Count);
            Assert.Empty(parsed.FaultyModels);
            Assert.Equal(length >= root, parsed.IsSchema);
        }
    }

    [Theory]
    [InlineData("<field name=\"serial\" label=\"Serial", "a half-typed attribute")]
    [InlineData("<field name=\"serial\" label=\"Serial\" ty", "an attribute without a value")]
    [InlineData("<fie", "a half-typed element")]
    [InlineData("<", "a bare bracket")]
    [InlineData("</model", "a half-typed end tag")]
    [InlineData("<field name=\"x\">", "an element that is not closed")]
    [InlineData("<field name=\"a & b\"/>", "a bare ampersand")]
    [InlineData("<!-- a -- b -->", "a malformed comment")]
    [InlineData("<?", "an instruction that is not closed")]
    [InlineData("<option key=\"a\" key=\"b\"/>", "a repeated attribute")]
    public void Damage_costs_only_the_model_it_stands_in(string typed, string what)
    {
        string broken = Sample.Replace("<field name=\"serial\" label=\"Serial\" type=\"text\"/>", typed, StringComparison.Ordinal);

        ParsedSchema parsed = SchemaParser.Parse(broken);

        Assert.NotEmpty(parsed.Diagnostics);
        Assert.True(parsed.Diagnostics.All(finding => finding.Severity == SchemaSeverity.Error), what);
        DataModel whole = SchemaParser.Parse(Sample).DataModel;
        Assert.Equal(whole.Models.Where(model => model.Name != "asset"), parsed.DataModel.Models);
        Assert.Empty(parsed.FaultyModels);
        Assert.True(parsed.IsSchema);
    }

    [Fact]
    public void A_model_with_a_fault_of_its_own_stays_faulty_in_a_broken_document()
    {
        string broken = Sample.Replace("type=\"text:email\"", "type=\"email\"", StringComparison.Ordinal) + "trailing";
        ParsedSchema parsed = SchemaParser.Parse(broken);
        Assert.All(parsed.Diagnostics, finding => Assert.Equal(SchemaRules.TextOutsideRoot, finding.Rule));
        Assert.Equal(["user"], parsed.FaultyModels);
        Assert.Equal(10, parsed.DataModel.Models.Count);
    }

    [Theory]
    [InlineData("<!-- ")]
    [InlineData("<![CDATA[")]
    [InlineData("<?pi ")]
    public void What_was_begun_and_not_ended_costs_its_model_only(string begun)
    {
        string broken = $"<data-model>{Model("a")}<model name='b' label='B'>{begun}<display/></model>{Model("c")}<!-- ]]> --><?pi?></data-model>";
        Assert.Equal(begun == "<!-- " ? ["a"] : ["a", "c"], Names(broken));
        Assert.Equal(["a", "c"], Names(broken.Replace("<!-- ]]> --><?pi?>", "", StringComparison.Ordinal)));

        static string Model(string name) => $"<model name='{name}' label=''><display/></model>";
        static IEnumerable<string> Names(string text) => SchemaParser.Parse(text).DataModel.Models.Select(model => model.Name);
    }

    [Fact]
    public void A_model_in_a_comment_is_not_saved()
    {
        string broken = "<data-model><!-- <model name=\"dead\" label=\"D\"><display/></model> --><model name=\"a\" label=\"A\"><display/></model>";
        Assert.Equal(["a"], SchemaParser.Parse(broken).DataModel.Models.Select(model => model.Name));
    }

    [Fact]
    public void Positions_of_saved_models_are_those_of_the_whole_text()
    {
        ParsedSchema whole = SchemaParser.Parse(Sample);
        ParsedSchema cut = SchemaParser.Parse(Sample[..^20]);
        ElementPath state = new(ElementKind.Option, "job", "state", 2);
        Assert.True(whole.Positions.TryFind(state, out TextRange? expected));
        Assert.True(cut.Positions.TryFind(state, out TextRange? actual));
        Assert.Equal(expected, actual);
        Assert.Equal("in review", Sample.Substring(expected.Start, expected.Length));
    }

    [Fact]
    public void A_broken_document_of_version_2_is_saved_too()
    {
        const string Broken = "<schema><object name=\"a\" label=\"A\"><attribute name=\"t\" type=\"string\" label=\"T\"/><display/></object><object name=\"b";
        ParsedSchema parsed = SchemaParser.Parse(Broken);
        Assert.True(parsed.IsSchema);
        Assert.Equal(FieldType.Text, Assert.Single(parsed.DataModel.Models).Fields[0].Type);
    }
}
