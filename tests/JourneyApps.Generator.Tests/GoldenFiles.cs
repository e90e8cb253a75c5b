using System.Text.RegularExpressions;
using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using JourneyApps.Schema.Naming;

namespace JourneyApps.Generator.Tests;

/// <summary>
/// The generated code of each construct, for review. After an intended change, run once with <c>UPDATE_GOLDEN=1</c>, read the difference
/// and commit it. A new construct is a new folder with a schema in it.
/// </summary>
public partial class GoldenFiles
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Cases => [.. GoldenCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_generated_code_is_as_it_was_reviewed(string name)
    {
        var golden = new GoldenCase(name);
        Assert.NotEmpty(golden.Schemas);
        IReadOnlyDictionary<string, string> files = golden.Describe(golden.Generate());
        if (Accepts) golden.Accept(files);

        Assert.Equal(golden.Reviewed.Keys.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(files.Keys, file => file.EndsWith(".g.cs", StringComparison.Ordinal));
        foreach ((string file, string text) in files) Assert.Equal(golden.Reviewed[file], text);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_reviewed_compiles_without_warnings(string name) => Assert.Empty(new GoldenCase(name).Generate().Compile());

    [Fact]
    public void The_client_of_one_model_is_the_same_whatever_its_fields_are()
    {
        string plain = new GoldenCase("Models/no_fields").Generate().Sources["JourneyApp.g.cs"];

        Assert.All(
            GoldenCase.Names.Select(name => new GoldenCase(name)).Where(golden => golden.IsAboutAField),
            golden => Assert.Equal(plain, golden.Generate().Sources["JourneyApp.g.cs"]));
    }

    [Fact]
    public void Every_type_of_field_has_a_case()
    {
        IEnumerable<FieldType> shown = GoldenCase.Names
            .Where(name => name.StartsWith("Fields/", StringComparison.Ordinal))
            .SelectMany(name => new GoldenCase(name).Schemas.Values)
            .SelectMany(schema => SchemaParser.Parse(schema).DataModel.Models)
            .SelectMany(model => model.Fields)
            .Select(field => field.Type);

        Assert.Equal(Enum.GetValues<FieldType>().Where(type => type != FieldType.Unknown), shown.Distinct().Order());
    }

    [Fact]
    public void Every_finding_about_names_is_told_somewhere()
    {
        IEnumerable<string> told = GoldenCase.Names
            .SelectMany(name => new GoldenCase(name).Reviewed)
            .Where(file => file.Key == "findings.txt")
            .SelectMany(file => FindingId().Matches(file.Value).Select(match => match.Value));

        Assert.Empty(NamingRules.All.Select(rule => rule.Id).Except(told));
    }

    [Fact]
    public void Nothing_lies_beside_the_folders_of_the_cases() => Assert.Empty(
        Directory.GetFiles(GoldenCase.Root).Concat(Directory.GetDirectories(GoldenCase.Root).SelectMany(Directory.GetFiles)));

    [GeneratedRegex(@"\bJA\d{4}\b")]
    private static partial Regex FindingId();
}
