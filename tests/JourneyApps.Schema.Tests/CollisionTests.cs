namespace JourneyApps.Schema.Tests;

public sealed class CollisionTests
{
    [Theory]
    [InlineData("<field name='room' label='' type='text'/><belongs-to model='m' name='room'/>", "JA2001 Warning room 1")]
    [InlineData("<field name='rooms' label='' type='text'/><belongs-to model='m' name='p'/><has-many model='m' name='rooms'/>", "JA2002 Info rooms 1")]
    [InlineData("<belongs-to model='m' name='p'/><has-many model='m' name='p'/>", "JA2002 Info p 1")]
    [InlineData("<field name='p_id' label='' type='text'/><belongs-to model='m' name='p'/>", "JA2003 Warning p_id 0")]
    [InlineData("<field name='ph' label='' type='photo'/><field name='ph_id' label='' type='text'/>", "JA2004 Warning ph_id 0")]
    [InlineData("<field name='s' label='' type='signature'/><field name='s_id' label='' type='text'/>", "JA2004 Warning s_id 0")]
    [InlineData("<field name='t' label='' type='text'/><field name='t_id' label='' type='text'/>", "")]
    [InlineData("<belongs-to model='m' name='p'/><belongs-to model='m' name='p_id'/>", "JA2005 Warning p_id 0")]
    [InlineData("<field name='ph' label='' type='photo'/><belongs-to model='m' name='ph_id'/>", "JA2005 Warning ph_id 0")]
    [InlineData("<field name='updated_at' label='' type='datetime'/>", "JA2006 Warning updated_at 0")]
    [InlineData("<field name='display' label='' type='text'/>", "JA2006 Warning display 0")]
    [InlineData("<field name='created_at' label='' type='datetime'/>", "")]
    [InlineData("<belongs-to model='m' name='id'/>", "JA2007 Warning id 0")]
    [InlineData("<belongs-to model='m' name='type'/>", "JA2007 Warning type 0")]
    [InlineData("<belongs-to model='m' name='display'/>", "JA2007 Warning display 0")]
    [InlineData("<belongs-to model='m' name='object'/>", "")]
    public void Names_that_meet_in_JSON_are_reported_at_the_one_that_can_give_way(string members, string expected)
    {
        string text = $"<data-model><model name='m' label='M'>{members}<display/></model></data-model>";
        ParsedSchema parsed = SchemaParser.Parse(text);

        SchemaDiagnostic[] found = [.. parsed.Diagnostics.Where(finding => finding.Rule.Id.StartsWith("JA2", StringComparison.Ordinal))];
        Assert.Equal(expected, string.Join(" ", found.Select(finding =>
            $"{finding.Rule.Id} {finding.Severity} {text.Substring(finding.Range!.Start, finding.Range.Length)} {Occurrence(text, finding.Range.Start)}")));
        Assert.All(found, finding => Assert.Equal("m", finding.Model));
        Assert.Empty(parsed.FaultyModels);
    }

    /// <summary>How many members before this one have its name.</summary>
    private static int Occurrence(string text, int start)
    {
        string name = text[(start - 6)..text.IndexOf('\'', start)];
        return text[..start].Split(name + "'").Length - 1;
    }
}
