using System.Text.Json;
using System.Xml.Linq;

namespace JourneyApps.Docs.Tests;

/// <summary>Blocks that are no C#: each language has somebody who reads it, so that none is only decoration.</summary>
public sealed class OtherBlocksTests(ITestOutputHelper output)
{
    private const string Diagnostics = "docs/diagnostics/";

    /// <summary>By language: how its blocks are held.</summary>
    private static readonly Dictionary<string, string> Held = new()
    {
        ["csharp"] = "compiled and run",
        ["csharp wrong"] = "meant to be wrong: the finding that it draws is tested where it is made",
        ["csharp file"] = "a program in one file; that of the template is run in a test of the packages",
        ["csv"] = "files that the programs of the page read",
        ["xml"] = "well-formed; on the pages of findings drawn by the finding's own test",
        ["json"] = "JSON; on the pages of findings drawn by the finding's own test",
        ["bash"] = "commands: those of the README, the first steps and the command's page are run by tests of their own; the others install, build or measure",
        ["text"] = "output, and lines of schema.names, which the findings' tests read",
        [""] = "output and drawings",
        ["fsharp"] = "part of a program in the tests of the packages",
        ["vb"] = "part of a program in the tests of the packages",
        ["sql"] = "run by a PostgreSQL, or read by the parser of SQL Server, in the tests of their packages",
        ["ini"] = "severities, which a real build is given in the tests of the generator",
    };

    [Fact]
    public void Every_block_is_of_a_language_that_somebody_reads()
    {
        CodeBlock[] blocks = [.. Pages.All().SelectMany(Pages.Blocks)];

        foreach (IGrouping<string, CodeBlock> language in blocks.GroupBy(block => block.Language).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Assert.True(Held.TryGetValue(language.Key, out string? held), $"{language.First().Page}({language.First().Line}): nobody reads '{language.Key}'.");
            output.WriteLine($"{language.Count(),4} {(language.Key.Length == 0 ? "(none)" : language.Key),-14} {held}");
        }
    }

    [Fact]
    public void Json_on_the_pages_is_json_and_xml_is_well_formed()
    {
        foreach (CodeBlock block in Pages.All().Where(page => !page.StartsWith(Diagnostics, StringComparison.Ordinal)).SelectMany(Pages.Blocks))
        {
            if (block.Language == "json") using (JsonDocument.Parse(block.Code)) { }
            if (block.Language == "xml") _ = XElement.Parse($"<block>{block.Code}</block>");
        }
    }
}
