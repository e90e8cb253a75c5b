using System.Reflection;
using System.Text.RegularExpressions;

namespace JourneyApps.Schema.Tests;

public sealed partial class CatalogueTests
{
    [Fact]
    public void Every_rule_is_listed_once_in_the_order_of_the_ids()
    {
        SchemaRule[] declared =
        [
            .. typeof(SchemaRules).GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(property => property.PropertyType == typeof(SchemaRule))
                .Select(property => (SchemaRule)property.GetValue(null)!)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
        Assert.Equal(declared, SchemaRules.All);
        Assert.Equal(declared.Length, declared.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(declared.Length, declared.Select(rule => rule.Title).Distinct().Count());
        Assert.True(declared.Length > 60);
    }

    [Fact]
    public void Ids_tell_the_rules_of_the_platform_from_ours()
    {
        Assert.All(SchemaRules.All, rule => Assert.Matches("^JA(1[0-9]{3}|200[0-9]|20[1-4][0-9])$", rule.Id));
        Assert.All(SchemaRules.All.Where(rule => rule.Id.StartsWith("JA200", StringComparison.Ordinal)), rule => Assert.NotEqual(SchemaSeverity.Error, rule.Severity));
        Assert.All(SchemaRules.All.Where(rule => rule.Id[2] == '1'), rule => Assert.NotEqual(SchemaSeverity.Info, rule.Severity));
    }

    [Fact]
    public void Every_message_fits_the_arguments_that_its_rule_is_documented_with()
    {
        foreach (SchemaRule rule in SchemaRules.All)
        {
            int arguments = Placeholder().Matches(rule.MessageFormat).Select(match => match.Value).Distinct().Count();
            string[] values = [.. Enumerable.Range(0, arguments).Select(i => $"<{i}>")];
            string message = new SchemaDiagnostic(rule, values.ToEquatableArray(), null, null).Message;
            Assert.All(values, value => Assert.Contains(value, message, StringComparison.Ordinal));
            Assert.DoesNotContain("{{", message, StringComparison.Ordinal);
            Assert.False(message.EndsWith('.'), $"{rule.Id}: compilers end a message without a full stop.");
        }
    }

    [GeneratedRegex(@"(?<!\{)\{[0-9]\}(?!\})")]
    private static partial Regex Placeholder();
}
