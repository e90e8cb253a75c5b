using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

/// <summary>The records of rows, which a project turns on with <c>JourneyAppsRows</c>.</summary>
public sealed class RowTests
{
    private const string Site = """<model name="site" label="Site"><field name="name" label="N" type="text"/><has-many name="jobs" model="job"/><display>x</display></model>""";

    private const string Job = """<model name="job" label="Job"><field name="title" label="T" type="text"/><belongs-to model="site"/><display>x</display></model>""";

    private const string Other = """<model name="other" label="Other"><display>x</display></model>""";

    private static BuildSettings On => new BuildSettings().Property("JourneyAppsRows", "true");

    [Fact]
    public void The_models_are_the_same_with_rows_and_without()
    {
        var without = Run.Of(TestFiles.Read("Schemas", "everything.schema.xml"));
        var with = Run.Of([new TextFile(Run.SchemaPath, TestFiles.Read("Schemas", "everything.schema.xml"))], On);

        Assert.Equal(without.Sources.Keys, with.Sources.Keys);
        foreach ((string file, string text) in without.Sources)
        {
            string models = with.Sources[file].Replace("using _a = _s.ComponentModel.DataAnnotations;\n\n", "", StringComparison.Ordinal);
            Assert.StartsWith(text, models, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_columns_are_those_of_the_copy()
    {
        string schema = TestFiles.Read("Schemas", "everything.schema.xml");
        var run = Run.Of([new TextFile(Run.SchemaPath, schema)], On);

        foreach (Model model in SchemaParser.Parse(schema).DataModel.Models)
        {
            var table = CopyTable.Of(model);
            string text = run.Sources.Values.Single(source => source.Contains($"[_a.Schema.Table(\"{table.Name}\")]", StringComparison.Ordinal));
            Assert.All(table.Columns, column => Assert.Contains($"_a.Schema.Column(\"{column.Name}\")]", text, StringComparison.Ordinal));
        }

        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void Rows_of_awkward_names_compile(LanguageVersion language)
    {
        string[] names =
            ["clone", "equality_contract", "print_members", "deconstruct", "job_row", "latitude", "other", "sequence", "deleted_at", "other_members", "place_latitude"];
        string schema = Schemas.Of(
            Schemas.Model("job", string.Concat(names.Select(Schemas.Text)) + """<field name="place" label="P" type="location"/><belongs-to model="job" name="next"/>"""),
            Schemas.Model("job_row"), Schemas.Model("row"));

        Assert.Empty(Run.Of([new TextFile(Run.SchemaPath, schema)], On, language: language).Compile());
    }

    [Fact]
    public void A_changed_field_writes_no_other_model_again()
        => Assert.Equal("ModelFiles=1", Changed(Schemas.Of(Site, Job, Other), Job, Job.Replace("title", "name", StringComparison.Ordinal)));

    [Fact]
    public void A_field_that_takes_the_name_of_a_link_writes_the_model_with_the_has_many_again()
        => Assert.Equal(
            "ModelFiles=2",
            Changed(Schemas.Of(Site, Job, Other), Job, Job.Replace("title", "site", StringComparison.Ordinal)));

    private static string Changed(string schema, string old, string edited)
    {
        var before = new TextFile(Run.SchemaPath, schema);
        CSharpCompilation compilation = Run.Compilation("class A;", LanguageVersion.CSharp12);
        GeneratorDriver driver = Run.NewDriver([before], On, track: true).RunGenerators(compilation);
        var after = new TextFile(Run.SchemaPath, schema.Replace(old, edited, StringComparison.Ordinal));
        driver = driver.ReplaceAdditionalText(before, after).RunGenerators(compilation);
        return string.Join(' ', Steps.Changed(driver).Where(step => step.Key == "ModelFiles").Select(step => $"{step.Key}={step.Value}"));
    }
}
