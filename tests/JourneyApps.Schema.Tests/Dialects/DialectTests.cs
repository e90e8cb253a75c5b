namespace JourneyApps.Schema.Tests.Dialects;

public sealed class DialectTests
{
    [Theory]
    [InlineData("assets.v2.xml", null)]
    [InlineData("assets.v2.xml", "2.5")]
    [InlineData("assets.v30.xml", null)]
    [InlineData("assets.v30.xml", "3.0")]
    [InlineData("assets.v30.xml", "3")]
    [InlineData("assets.v4.xml", null)]
    [InlineData("assets.v4.xml", "3.1")]
    [InlineData("assets.v4.xml", "4.0")]
    [InlineData("assets.v4.xml", "5.2")]
    [InlineData("assets.v4.xml", "no version")]
    [InlineData("assets.api.json", null)]
    [InlineData("assets.internal.json", null)]
    public void Every_form_of_one_data_model_is_the_same_data_model(string file, string? version)
    {
        DataModel expected = SchemaParser.Parse(Read("assets.v4.xml"), new SchemaOptions { ApiVersion = "4.0" }).DataModel;

        ParsedSchema parsed = SchemaParser.Parse(Read(file), new SchemaOptions { ApiVersion = version });

        Assert.Empty(parsed.Diagnostics);
        Assert.Empty(parsed.FaultyModels);
        Assert.True(parsed.IsSchema);
        Assert.Equal(2, expected.Models.Count);
        Assert.Equal(expected.Models[0], parsed.DataModel.Models[0]);
        Assert.Equal(expected.Models[1], parsed.DataModel.Models[1]);
        Assert.Equal(expected, parsed.DataModel);
        Assert.Equal(expected.GetHashCode(), parsed.DataModel.GetHashCode());
    }

    [Fact]
    public void White_space_comments_and_the_order_of_attributes_make_no_difference_to_the_model_but_to_the_positions()
    {
        string text = Read("assets.v4.xml");
        ParsedSchema plain = SchemaParser.Parse(text);
        ParsedSchema shifted = SchemaParser.Parse(text.Replace("<data-model>", "<data-model>\n<!-- one more line -->", StringComparison.Ordinal));
        Assert.Equal(plain.DataModel, shifted.DataModel);
        Assert.NotEqual(plain.Positions, shifted.Positions);
        Assert.Equal(plain.Positions, SchemaParser.Parse(text).Positions);
        Assert.Equal(plain, SchemaParser.Parse(text));
    }

    [Theory]
    [InlineData("<data-model><model name='a' label='A'><display/></model></data-model>", true)]
    [InlineData("<DATA-MODEL/>", true)]
    [InlineData("<data-model", false)]
    [InlineData("<data-model>", true)]
    [InlineData("<data-model attribute='half-ty", true)]
    [InlineData("<schema><object", false)]
    [InlineData("<schema><object ", true)]
    [InlineData("<schema><model name='a'/></schema>", true)]
    [InlineData("<schema name='solr'><fields/><object/></schema>", false)]
    [InlineData("<schema/>", false)]
    [InlineData("<model/>", false)]
    [InlineData("", false)]
    [InlineData("  \n", false)]
    [InlineData("plain text", false)]
    [InlineData("{\"models\":{}}", true)]
    [InlineData("{\"objects\":{}}", true)]
    [InlineData("{\"models\":{", true)]
    [InlineData("{\"name\":\"package\"}", false)]
    public void A_data_model_is_told_from_other_documents(string text, bool expected) =>
        Assert.Equal(expected, SchemaParser.Parse(text).IsSchema);

    [Theory]
    [InlineData("<schema><object name='a' label='A'><attribute name='t' type='string' label='T'/><display/></object></schema>", "4.0", "JA1002")]
    [InlineData("<data-model><object name='a' label='A'><display/></object></data-model>", "4.0", "JA1004 JA1003")]
    [InlineData("<data-model><model name='a' label='A'><display/></model></data-model>", "3.0", "JA1004 JA1003")]
    [InlineData("<data-model><model name='a' label='A'><display/></model></data-model>", "2.0", "JA1002")]
    [InlineData("<data-model><thing/><object name='a' label='A'><display/></object></data-model>", null, "JA1004")]
    public void A_stated_version_decides_before_the_document(string text, string? version, string rules) =>
        Assert.Equal(rules, Rules(SchemaParser.Parse(text, new SchemaOptions { ApiVersion = version })));

    [Theory]
    [InlineData("<attribute name='t' type='string' label='T' spec='nothing'/>", "JA1211")]
    [InlineData("<attribute name='t' type='text' label='T'/>", "JA1204")]
    [InlineData("<attribute name='t' type='boolean' label='T'/>", "JA1204")]
    [InlineData("<attribute name='t' type='attachment' label='T'/>", "JA1207")]
    [InlineData("<attribute name='t' type='attachment' label='T' media='image/jpeg' auto-download='true'/>", "JA1005")]
    [InlineData("<attribute name='t' type='enum' label='T'><option value='3'>A</option></attribute>", "JA1005")]
    [InlineData("<belongs_to type='a' name='p'/><attribute name='t' type='string' label='T'/>", "JA1105")]
    [InlineData("<belongs-to type='a' name='p'/>", "JA1004")]
    [InlineData("<belongs_to model='a' name='p'/>", "JA1005 JA1007")]
    public void Version_2_has_its_own_rules(string members, string rules) =>
        Assert.Equal(rules, Rules(SchemaParser.Parse($"<schema><object name='a' label='A'>{members}<display format='x'/></object></schema>")));

    [Fact]
    public void Version_2_reads_the_value_of_an_option_although_it_warns()
    {
        ParsedSchema parsed = SchemaParser.Parse(
            "<schema><object name='a' label='A'><attribute name='t' type='enum' label='T'><option value='3'>A</option><option>B</option></attribute>"
            + "<display/></object></schema>");
        Assert.Equal(["3", "4"], parsed.DataModel.Models[0].Fields[0].Options.Select(option => option.Key));
    }

    [Fact]
    public void Version_3_0_accepts_value_and_ignores_it_and_reads_key_although_it_warns()
    {
        ParsedSchema parsed = SchemaParser.Parse(
            "<data-model><object name='a' label='A'><field name='t' type='single-choice' label='T'><option value='x'>X</option><option key='y'>Y</option>"
            + "</field><display/></object></data-model>");
        Assert.Equal("JA1005", Rules(parsed));
        Assert.Equal([null, "y"], parsed.DataModel.Models[0].Fields[0].Options.Select(option => option.Key));
    }

    [Fact]
    public void The_app_user_model_comes_from_the_options_or_from_the_API()
    {
        SchemaOptions stated = new() { AppUserModel = "worker" };
        Assert.Equal("worker", SchemaParser.Parse(Read("assets.v4.xml"), stated).DataModel.AppUserModel);
        Assert.Null(SchemaParser.Parse(Read("assets.v4.xml")).DataModel.AppUserModel);
        string json = Read("assets.api.json").Replace("\"app_user\": null", "\"app_user\": \"user\"", StringComparison.Ordinal);
        Assert.Equal("user", SchemaParser.Parse(json).DataModel.AppUserModel);
    }

    internal static string Read(string file) => File.ReadAllText(TestFiles.Find("Dialects/" + file));

    private static string Rules(ParsedSchema parsed) => string.Join(" ", parsed.Diagnostics.Select(finding => finding.Rule.Id));
}
