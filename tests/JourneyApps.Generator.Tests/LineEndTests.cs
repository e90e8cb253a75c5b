using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests;

/// <summary>A checkout can change the line ends of a schema. It must not change the code, a comparison or the place of a diagnostic.</summary>
public sealed class LineEndTests
{
    private const string Schema = """
        <?xml version="1.0" encoding="UTF-8"?>
        <data-model>
          <model name="job" label="A job
        of two lines">
            <field name="title" label="The
        title" type="text"/>
            <field name="state" label="State" type="single-choice">
              <option key="in
        review">In
        review<!-- a
        comment --> by <![CDATA[one
        person]]> &amp;
        more</option>
              <option key="done">Done</option>
            </field>
            <field name="task" label="Task" type="single-choice-integer">
              <option key="1">Line
        one</option>
            </field>
            <field name="urgent" label="Urgent" type="boolean">
              <option key="false">Not
        urgent</option>
              <option key="true">Urgent</option>
            </field>
            <field name="file" label="File" type="attachment" media="any"/>
            <belongs-to
              model="job"
              name="parent"/>
            <display>{title}
        of {parent.title}</display>
            <index on="title"/>
            <webhook type="update" receiver="cloudcode" action="on
        update"/>
            <notify-user message="a
        message" recipient-field="x" received-field="y"/>
          </model>
        </data-model>

        """;

    private const string Names = "job = Task\njob.state[\"in\\nreview\"] = Reviewing\n";

    public static TheoryData<string, string> LineEnds => new() { { "CR LF", "\r\n" }, { "CR", "\r" } };

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Line_ends_do_not_change_the_generated_code(string name, string lineEnd)
    {
        Run expected = RunOf(Lf(Schema), Names);
        Run actual = RunOf(With(Schema, lineEnd), With(Names, lineEnd));
        Assert.Equal(expected.Sources, actual.Sources);
        Assert.Equal(
            expected.Findings.Select(static finding => finding.GetMessage(null)), actual.Findings.Select(static finding => finding.GetMessage(null)));
        Assert.True(expected.Sources.Values.Any(static text => text.Contains("in\\u000areview", StringComparison.Ordinal)), name);
    }

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void A_name_of_an_option_with_a_line_break_applies_whatever_the_line_end(string name, string lineEnd)
    {
        string escaped = lineEnd.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        Run run = RunOf(Lf(Schema), $"job.state[\"in{escaped}review\"] = Reviewing");
        Assert.DoesNotContain(run.Findings, static finding => finding.Id == "JA2061");
        Assert.True(run.Sources.Values.Any(static text => text.Contains("\n    Reviewing,", StringComparison.Ordinal)), name);
    }

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Line_ends_are_no_difference(string name, string lineEnd)
    {
        DataModel lf = SchemaParser.Parse(Lf(Schema)).DataModel;
        DataModel other = SchemaParser.Parse(With(Schema, lineEnd)).DataModel;
        Assert.Equal(lf, other);
        Assert.Empty(DataModelComparison.Compare(lf, other));
        Assert.NotEmpty(name);
    }

    /// <summary>A deployment that stores the schema as it was uploaded returns its line ends in JSON.</summary>
    [Theory]
    [InlineData("\\n")]
    [InlineData("\\r\\n")]
    [InlineData("\\r")]
    public void Line_ends_of_the_deployed_data_model_are_no_difference(string lineEnd)
    {
        string json = """
            {"models":{"a":{"label":"Two|lines","display":"{f}|","fields":{"f":{"label":"F|","type":"single-choice",
            "options":[{"key":"in|review","display":"In|review"}]}},"belongs_to":{},"has_many":{}}}}
            """.Replace("|", lineEnd, StringComparison.Ordinal);
        DataModel deployed = SchemaParser.Parse(json).DataModel;
        foreach (string checkout in (string[])["\n", "\r\n", "\r"])
        {
            DataModel local = SchemaParser.Parse(With(
                "<data-model><model name='a' label='Two\nlines'><field name='f' label='F\n' type='single-choice'><option key='in\nreview'>In\nreview</option></field><display>{f}\n</display></model></data-model>",
                checkout)).DataModel;
            Assert.Empty(DataModelComparison.Compare(local, deployed, DataModelDetail.Json));
            Assert.Empty(DataModelComparison.Compare(deployed, local, DataModelDetail.GeneratedCode));
        }
    }

    [Fact]
    public void A_reference_to_a_carriage_return_is_kept()
    {
        ParsedSchema parsed = SchemaParser.Parse("<data-model><model name='a' label='x&#13;&#10;y'><display/></model></data-model>");
        Assert.Equal("x\r\ny", parsed.DataModel.Models[0].Label);
    }

    [Fact]
    public void Positions_are_those_of_the_file_with_CR_LF()
    {
        const string Broken = "<data-model>\n<model name='a' label='two\nlines'>\n<field name='f' label='F\nG' type='wrong'/>\n<display>one\ntwo {missing}\n{gone}</display>\n</model>\n</data-model>\n";
        ParsedSchema lf = SchemaParser.Parse(Broken);
        ParsedSchema crLf = SchemaParser.Parse(With(Broken, "\r\n"));
        Assert.Equal(3, lf.Diagnostics.Count);
        Assert.Equal(lf.Diagnostics.Select(Place), crLf.Diagnostics.Select(Place));
        Assert.All(crLf.Diagnostics, static found => Assert.DoesNotContain('\r', found.Message));

        // Only a line feed ends a line, as on the platform; the offsets are right all the same.
        ParsedSchema cr = SchemaParser.Parse(With(Broken, "\r"));
        Assert.Equal(lf.Diagnostics.Select(static found => found.Range!.Start), cr.Diagnostics.Select(static found => found.Range!.Start));
        Assert.Equal(lf.Diagnostics.Select(static found => found.Range!.Length), cr.Diagnostics.Select(static found => found.Range!.Length));
    }

    [Theory]
    [MemberData(nameof(LineEnds))]
    public void Lines_of_schema_names_end_with_any_line_end(string name, string lineEnd)
    {
        var file = NameOverrideFile.Parse(With("job = Task\n\n# comment\njob.x y\n", lineEnd));
        SchemaDiagnostic found = Assert.Single(file.Diagnostics);
        Assert.Equal((3, 0, 7), (found.Range!.StartLine, found.Range.StartColumn, found.Range.EndColumn));
        Assert.NotEmpty(name);
    }

    private static (string Id, int StartLine, int StartColumn, int EndLine, int EndColumn) Place(SchemaDiagnostic found)
        => (found.Rule.Id, found.Range!.StartLine, found.Range.StartColumn, found.Range.EndLine, found.Range.EndColumn);

    private static Run RunOf(string schema, string names)
        => Run.Of([new TextFile(Run.SchemaPath, schema), new TextFile("/app/schema.names", names)], new BuildSettings());

    private static string Lf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string With(string text, string lineEnd) => Lf(text).Replace("\n", lineEnd, StringComparison.Ordinal);
}
