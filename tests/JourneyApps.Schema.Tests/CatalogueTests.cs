using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests;

public sealed partial class CatalogueTests
{
    /// <summary>The first numbers of the groups, as the documentation of <see cref="SchemaRules"/> lists them.</summary>
    private static readonly int[] Groups = [1001, 1050, 1101, 1201, 1301, 1401, 1501, 1601, 1701, 2001, 2031, 2041];

    [Fact]
    public void Rules_are_ordered_by_id_with_unique_titles()
    {
        Assert.Equal(SchemaRules.All.OrderBy(rule => rule.Id, StringComparer.Ordinal), SchemaRules.All);
        Assert.Equal(SchemaRules.All.Count, SchemaRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(SchemaRules.All.Count, SchemaRules.All.Select(rule => rule.Title).Distinct().Count());
        Assert.True(SchemaRules.All.Count > 60);
    }

    [Fact]
    public void A_new_rule_takes_the_number_after_the_last_one_of_its_group()
    {
        int last = 0;
        foreach (int number in SchemaRules.All.Select(rule => int.Parse(rule.Id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture)))
        {
            Assert.True(number == last + 1 || Groups.Contains(number), $"JA{number} is neither the next number after JA{last} nor the first of a group.");
            last = number;
        }
    }

    [Fact]
    public void A_rule_is_found_by_its_id()
    {
        Assert.All(SchemaRules.All, rule => Assert.Same(rule, SchemaRules.Find(rule.Id)));
        Assert.Null(SchemaRules.Find("JA9999"));
    }

    [Fact]
    public void Ids_tell_the_rules_of_the_platform_from_ours()
    {
        Assert.All(SchemaRules.All, rule => Assert.Matches("^JA(1[0-9]{3}|200[0-9]|20[1-4][0-9])$", rule.Id));
        Assert.All(SchemaRules.All.Where(rule => rule.Id.StartsWith("JA200", StringComparison.Ordinal)), rule => Assert.NotEqual(SchemaSeverity.Error, rule.Severity));
        Assert.All(SchemaRules.All.Where(rule => rule.Id[2] == '1'), rule => Assert.NotEqual(SchemaSeverity.Info, rule.Severity));
    }

    [Fact]
    public void Messages_take_arguments_and_read_like_those_of_a_compiler()
    {
        foreach (SchemaRule rule in SchemaRules.All)
        {
            int arguments = Placeholder().Matches(rule.MessageFormat).Select(match => match.Value).Distinct().Count();
            string[] values = [.. Enumerable.Range(0, arguments).Select(i => $"<{i}>")];
            string message = new SchemaDiagnostic(rule, values.ToEquatableArray(), null, null).Message;
            Assert.All(values, value => Assert.Contains(value, message, StringComparison.Ordinal));
            Assert.DoesNotContain("{{", message, StringComparison.Ordinal);
            Assert.False(message.EndsWith('.'), $"{rule.Id}: compilers end a message without a full stop.");
            Assert.DoesNotMatch("\\bis no\\b|\\bis none\\b|\\bstands\\b|\\bbehind\\b", message);
        }
    }

    [GeneratedRegex(@"(?<!\{)\{[0-9]\}(?!\})")]
    private static partial Regex Placeholder();
}
