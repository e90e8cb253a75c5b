namespace JourneyApps.Schema.Tests;

/// <summary>The form of the document: what the platform lets pass and .NET's reader does not, and what both refuse.</summary>
public sealed class DocumentFormTests
{
    private const string Field = "<field name='t' label='T' type='text'/>";

    [Theory]
    [InlineData("\n  <?xml version='1.0'?>\n", "white space before the declaration")]
    [InlineData("\uFEFF<?xml version='1.0'?>", "a byte order mark")]
    [InlineData("<?xml version='1.1' encoding='latin1'?>", "another version, and an encoding that is not obeyed")]
    [InlineData("<!-- comment --><?pi?><!DOCTYPE data-model [ <!ELEMENT a (b)> ]>", "a document type without entities")]
    [InlineData("< !-- spaced --><!anything>", "an unknown declaration")]
    public void What_stands_before_the_root_is_passed_over(string prolog, string what)
    {
        ParsedSchema parsed = SchemaParser.Parse(prolog + Schema(Field));
        Assert.True(parsed.Diagnostics.Count == 0, what);
        Assert.Single(parsed.DataModel.Models);
    }

    [Theory]
    [InlineData("caf&eacute;&nbsp;&copy;", "café\u00A0©")]
    [InlineData("&AMP;&lt;&GT;&quot;&apos;", "&<>\"'")]
    [InlineData("&#65;&#x42;&#X43;&#x1F600;", "ABC😀")]
    [InlineData("&#xD83D;&#xDE00;", "😀")]
    [InlineData("&#1;", "\u0001")]
    [InlineData("A<B>C", "A<B>C")]
    [InlineData("two\n\tlines\r\n", "two\n\tlines\n")]
    [InlineData("\r\r\n\n&#13;\n", "\n\n\n\r\n")]
    [InlineData("  kept  ", "  kept  ")]
    public void Attribute_values_are_read_as_the_platform_reads_them_except_line_ends(string written, string expected)
    {
        ParsedSchema parsed = SchemaParser.Parse(Schema($"<field name='t' type='text' label=\"{written}\"/>"));
        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(expected, parsed.DataModel.Models[0].Fields[0].Label);
    }

    [Theory]
    [InlineData("a<b>b</b><i/>c", "abc")]
    [InlineData("a<!-- not this -->b<?nor this?>c", "abc")]
    [InlineData("<![CDATA[<a> & ]] b]]>c", "<a> & ]] bc")]
    [InlineData("<b x='>'>in</b>&amp;&eacute;", "in&é")]
    [InlineData("line\r\n  two\rthree", "line\n  two\nthree")]
    [InlineData("< !-- > -->a", "a")]
    [InlineData("", "")]
    public void Labels_of_options_are_all_the_text_inside(string written, string expected)
    {
        ParsedSchema parsed = SchemaParser.Parse(Schema($"<field name='t' type='single-choice' label=''><option key='k'>{written}</option></field>"));
        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(expected, parsed.DataModel.Models[0].Fields[0].Options[0].Label);
    }

    [Theory]
    [InlineData("hello", "JA1006")]
    [InlineData("&amp;", "JA1006")]
    [InlineData("<![CDATA[x]]>", "")]
    [InlineData("one<!-- x -->two", "JA1006 JA1006")]
    [InlineData("one<!---->two", "JA1006")]
    [InlineData("one<?x?>two<![CDATA[]]>three", "JA1006 JA1006 JA1006")]
    [InlineData("one<x/>two", "JA1006 JA1004 JA1006")]
    [InlineData("<x/>one<field name='u' label='' type='text'/>two<belongs-to model='a'/><field name='v' label='' type='text'/>", "JA1004 JA1006 JA1006 JA1105")]
    [InlineData("&nbsp;&#32;\u00A0\uFEFF", "")]
    [InlineData("<![CDATA[ ]]>", "")]
    [InlineData("<!-- x -->", "")]
    public void Text_counts_when_it_is_not_blank(string text, string expected) =>
        Assert.Equal(expected, Rules(SchemaParser.Parse(Schema(Field + text))));

    [Theory]
    [InlineData("<data-model xmlns='urn:x'><model name='a' label='A'><display/></model></data-model>", "")]
    [InlineData("<data-model xmlns:x='urn:x'><model name='a' label='A' x:note='1'><display/></model></data-model>", "JA1005")]
    [InlineData("<j:data-model xmlns:j='urn:x'/>", "JA1002")]
    [InlineData("<data-model><x:model name='a'/></data-model>", "JA1069")]
    [InlineData("<data-model x:a=''/>", "JA1069")]
    [InlineData("<data-model xmlns:x=''><x:a/></data-model>", "JA1069")]
    [InlineData("<data-model xmlns:xml='urn:x'/>", "JA1070")]
    [InlineData("<data-model xmlns:xmlns='urn:x'/>", "JA1070")]
    [InlineData("<data-model xml:lang='en'><model name='a' label='A'><display/></model></data-model>", "")]
    public void Prefixes_must_be_declared_and_change_names(string text, string expected) =>
        Assert.Equal(expected, Rules(SchemaParser.Parse(text, new SchemaOptions { ApiVersion = "4.0" })));

    [Theory]
    [InlineData("<data-model/><data-model/>", "JA2009 14")]
    [InlineData("<data-model/><data-model>x</data-model>", "JA1067 25")]
    [InlineData("<data-model/>x", "JA1067 13")]
    [InlineData("x<data-model/>", "JA1067 0")]
    [InlineData("<data-model/><!DOCTYPE x>", "JA1068 21")]
    [InlineData("<!DOCTYPE x><!DOCTYPE y><data-model/>", "JA1068 20")]
    [InlineData("<data-model><", "JA1050 12")]
    [InlineData("<data-model", "JA1051 10")]
    [InlineData("<!-- ", "JA1051 4")]
    [InlineData("<?pi", "JA1051 3")]
    [InlineData("<?pi ??>", "JA1051 7")]
    [InlineData("<!DOCTYPE x [", "JA1051 12")]
    [InlineData("<!x 'quoted'><data-model/>", "JA1051 25")]
    [InlineData("<data-model a/>", "JA1056 13")]
    [InlineData("<data-model a />", "JA1054 12,JA1050 15")]
    [InlineData("<data-model a b=''/>", "JA1054 12")]
    [InlineData("<data-model a='' a=''/>", "JA1052 17")]
    [InlineData("<data-model a=''b=''/>", "JA1055 16")]
    [InlineData("<data-model / a=''/>", "JA1058 13")]
    [InlineData("<data!model/>", "JA1057 5,JA1056 11")]
    [InlineData("<data-model 1=''/>", "JA1056 12,JA1056 15")]
    [InlineData("<data-model><a></data-model>", "JA1059 15")]
    [InlineData("<data-model></a></data-model>", "JA1060 12")]
    [InlineData("<data-model></></data-model>", "JA1061 14")]
    [InlineData("<data-model></data-model x>", "JA1061 25")]
    [InlineData("<data-model>&</data-model>", "JA1062 13,JA1050 25")]
    [InlineData("<data-model>& </data-model>", "JA1062 13")]
    [InlineData("<data-model>&foo;</data-model>", "JA1063 16")]
    [InlineData("<data-model>&#065;</data-model>", "")]
    [InlineData("<data-model>&#0;</data-model>", "JA1063 15")]
    [InlineData("<data-model>&#x110000;</data-model>", "JA1064 21")]
    [InlineData("<data-model>1 < 2</data-model>", "JA1065 16")]
    [InlineData("<data-model><!-- a -- b --></data-model>", "JA1066 21")]
    public void Faults_of_form_are_found_where_the_platform_finds_them(string text, string expected)
    {
        // A document without fault of form goes on to be found without models.
        SchemaDiagnostic[] findings = [.. SchemaParser.Parse(text).Diagnostics.Where(finding => finding.Rule != SchemaRules.TextNotAllowed && finding.Rule != SchemaRules.ModelsMissing)];
        Assert.Equal(expected, string.Join(",", findings.Select(finding => $"{finding.Rule.Id} {finding.Range!.Start}")));
    }

    [Fact]
    public void Nothing_outside_the_document_is_ever_read()
    {
        const string Bomb = "<!DOCTYPE data-model [ <!ENTITY a 'aaaaaaaa'> <!ENTITY b SYSTEM 'file:///etc/passwd'> ]>";
        Assert.Equal("JA1063", Rules(SchemaParser.Parse(Bomb + "<data-model>&a;</data-model>")));
        Assert.Equal("JA1063", Rules(SchemaParser.Parse(Bomb + "<data-model>&b;</data-model>")));
    }

    private static string Schema(string members) => $"<data-model><model name='a' label='A'>{members}<display/></model></data-model>";

    private static string Rules(ParsedSchema parsed) => string.Join(" ", parsed.Diagnostics.Select(finding => finding.Rule.Id));
}
