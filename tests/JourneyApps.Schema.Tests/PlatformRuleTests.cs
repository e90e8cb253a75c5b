namespace JourneyApps.Schema.Tests;

/// <summary>Rules of the platform that no vector shows: the order of messages, and what comes after a fault.</summary>
public sealed class PlatformRuleTests
{
    [Theory]
    [InlineData("<field name='_id' type='zip:x' label='' spec='' more=''>text<option/></field>", "JA1009 JA1209 JA1005 JA1201 JA1006 JA1004 JA1204")]
    [InlineData("<field name='t' type='text:zip' label=''><option/></field>", "JA1004 JA1205")]
    [InlineData("<field name='t' type='attachment' label=''>text</field>", "JA1006 JA1207")]
    [InlineData("<field name='t' type='attachment:x' label=''/>", "")]
    [InlineData("<field name='t' type='singlechoice' label=''><option key='a'>A</option></field>", "JA1004 JA1204")]
    [InlineData("<field name='t' type='boolean' label=''>x<arg/><option key='y'/><option key='true'/></field>", "JA1006 JA1004 JA1302 JA1303")]
    public void A_field_is_judged_in_this_order(string field, string rules) => Assert.Equal(rules, Rules(field));

    [Theory]
    [InlineData("<belongs-to model='none'/><belongs-to model='none'/>", "JA1401 JA1401")]
    [InlineData("<belongs-to model='none' name='p'/><belongs-to model='m' name='p'/>", "JA1401")]
    [InlineData("<belongs-to model='m' name='p'/><belongs-to model='none' name='p'/>", "JA1401")]
    [InlineData("<belongs-to model='m' name=''/><belongs-to model='m'/>", "JA1009 JA1402")]
    [InlineData("<belongs-to model='none' type='m'/>", "JA1005 JA1401")]
    [InlineData("<has-many model='n' name='x'/><has-many model='m' name='x'/>", "JA1401 JA1404")]
    [InlineData("<belongs-to model='m' name='p'/><has-many model='n' name='x'/><has-many model='m' name='x'/>", "JA1401")]
    [InlineData("<belongs-to model='m' name='p'/><has-many model='m' name='x'/><has-many model='n' name='x'/>", "JA1401")]
    [InlineData("<belongs-to model='m' name='p'/><has-many model='m' name='x'/><has-many model='m' name='x'/>", "JA1402")]
    [InlineData("<belongs-to model='m' name='p'/><has-many model='m' name='x'/><has-many model='m' name='y'/><has-many model='m' name='y'/>", "JA1406 JA1406")]
    public void Only_a_relationship_that_leads_somewhere_takes_its_name(string members, string rules) => Assert.Equal(rules, Rules(members));

    [Theory]
    [InlineData("<model><field/><has-many/><index/></model>", "name label name type label")]
    [InlineData("<model name='m' label=''><has-many/><index/><webhook/><display/></model>", "name model on type")]
    [InlineData("<model name='m' label=''><belongs-to/><display/></model>", "model")]
    public void Missing_attributes_are_reported_in_this_order(string model, string attributes) =>
        Assert.Equal(
            attributes,
            string.Join(" ", SchemaParser.Parse($"<data-model>{model}</data-model>").Diagnostics.Where(finding => finding.Rule == SchemaRules.AttributeMissing).Select(finding => finding.Arguments[0])));

    [Fact]
    public void Of_two_relationships_of_a_name_the_one_that_leads_somewhere_counts()
    {
        Model model = SchemaParser.Parse(Schema("<belongs-to model='none' name='p'/><belongs-to model='m' name='p'/><has-many model='n' name='x'/><has-many model='m' name='x'/>"))
            .DataModel.Models[0];
        Assert.Equal([new("p", "m")], model.BelongsTo);
        Assert.Equal([new("x", "m", null)], model.HasMany);
    }

    [Fact]
    public void An_undefined_model_is_shown_at_the_type_where_the_dialect_has_one()
    {
        const string Text = "<schema><object name='a' label=''><belongs_to type='none'/><display/></object></schema>";
        TextRange range = Assert.Single(SchemaParser.Parse(Text).Diagnostics).Range!;
        Assert.Equal("none", Text.Substring(range.Start, range.Length));
    }

    [Theory]
    [InlineData("<webhook type='ready'><field name='t' required='null' embed='false'/></webhook>", "")]
    [InlineData("<webhook type='' />", "JA1008 JA1701")]
    [InlineData("<webhook type='ready' receiver='' />", "JA1702 JA1703")]
    [InlineData("<webhook type='ready' receiver='' action='a'/>", "JA1702")]
    [InlineData("<webhook type='ready' action=''/>", "JA1704")]
    [InlineData("<webhook type='ready'><field name='t' required='' embed='' state=''/><thing/>text</webhook>", "JA1707")]
    [InlineData("<index on='id' database='x,app,'/>", "JA1501 JA1503 JA1503")]
    [InlineData("<index on='id' database=''/>", "JA1008 JA1501")]
    public void Blank_values_count_or_not_as_on_the_platform(string members, string rules) => Assert.Equal(rules, Rules(members));

    [Theory]
    [InlineData("<display more=''>{none}</display><display/><display/>", "JA1602")]
    [InlineData("<display more=''>{none}</display>", "JA1005 JA1603")]
    public void With_two_displays_neither_is_looked_into(string displays, string rules) =>
        Assert.Equal(rules, string.Join(" ", Platform($"<data-model><model name='m' label=''>{displays}</model></data-model>")));

    [Theory]
    [InlineData("<field name='t' label='' type='zip'/><display>{t}</display>", "JA1204 JA1603")]
    [InlineData("<belongs-to model='none'/><display>{none}{none_id}{none.x}</display>", "JA1401 JA1603 JA1603 JA1603")]
    [InlineData("<has-many model='none' name='all'/><display>{all}</display>", "JA1401 JA1603")]
    [InlineData("<belongs-to model='none' name='p'/><has-many model='m' name='all' inverse-of='p'/><display/>", "JA1401 JA1403")]
    [InlineData("<field label='' type='text'/><field label='' type='text'/><index on='null'/><display/>", "JA1007 JA1007 JA1203")]
    [InlineData(
        "<belongs-to model='m' name='p'/><has-many model='m' inverse-of='p'/><has-many model='m' inverse-of='p'/><display/>",
        "JA1007 JA1007 JA1402")]
    [InlineData("<field name='p' label='' type='zip'/><belongs-to model='m' name='p'/><display>{p}{p.p}</display>", "JA1204 JA1603 JA1603")]
    public void What_is_faulty_counts_as_undefined_where_it_is_used(string members, string rules)
        => Assert.Equal(rules, string.Join(" ", Platform($"<data-model><model name='m' label=''>{members}</model></data-model>")));

    [Theory]
    [InlineData("{x..y}", "JA1604")]
    [InlineData("{$:}", "JA1604")]
    [InlineData("{none} {$:none}", "")]
    public void A_message_is_checked_for_what_the_platform_cannot_read(string message, string rules)
        => Assert.Equal(rules, Rules($"<notify-user message='{message}'/>"));

    [Theory]
    [InlineData("<attribute name='t' label='' type='single-choice'><option>A</option></attribute>", "JA1204")]
    [InlineData("<attribute name='t' label='' type='string'><option>A</option></attribute>", "JA1004")]
    public void Version_2_expects_options_in_fields_with_the_types_of_later_versions(string field, string rules)
        => Assert.Equal(rules, string.Join(" ", Platform($"<schema><object name='m' label=''>{field}<display/></object></schema>")));

    [Fact]
    public void Version_2_has_the_webhook_fields_of_later_versions()
        => Assert.Equal(
            ["JA1705"],
            Platform("<schema><object name='m' label=''><display/><webhook type='ready'><field name='t' required='1'/></webhook></object></schema>"));

    [Theory]
    [InlineData("{a + b}", true)]
    [InlineData("{first name}", true)]
    [InlineData("{first:.2f}", false)]
    public void Code_that_a_display_does_not_run_is_a_warning_and_not_a_fault(string display, bool isCode)
    {
        ParsedSchema parsed = SchemaParser.Parse(
            $"<data-model><model name='m' label=''><field name='first' label='' type='number'/><display>{display}</display></model></data-model>");
        Assert.Equal(isCode ? [SchemaRules.DisplayCode] : [], parsed.Diagnostics.Select(finding => finding.Rule));
        Assert.Empty(parsed.FaultyModels);
    }

    [Fact]
    public void A_model_without_a_name_is_looked_into_once_only() =>
        Assert.Equal(["JA1007", "JA1204"], Platform("<data-model><model label=''><field name='t' label='' type='x'/><belongs-to model='none'/></model></data-model>"));

    private static string Rules(string members) => string.Join(" ", Platform(Schema(members)));

    private static string Schema(string members) => $"<data-model><model name='m' label=''>{members}<display/></model></data-model>";

    private static IEnumerable<string> Platform(string text) =>
        SchemaParser.Parse(text, new SchemaOptions { ApiVersion = text.StartsWith("<schema", StringComparison.Ordinal) ? "2.0" : "4.0" })
            .Diagnostics.Select(finding => finding.Rule.Id).Where(id => id.StartsWith("JA1", StringComparison.Ordinal));
}
