using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests.Verified;

/// <summary>What a user sees, stated completely: every generated file, and every diagnostic at its place in the schema or in the code.
/// </summary>
public sealed class VerifiedProjectTests
{
    private const string Schema = """
        <data-model>
          <model name="job" label="Job">
            <field name="title" label="Title" type="text"/>
            <field name="state" label="State" type="single-choice">
              <option key="new">New</option>
              <option key="done">Done</option>
            </field>
            <belongs-to model="site" name="site"/>
            <display>{title}</display>
          </model>
          <model name="site" label="Site">
            <field name="name" label="Name" type="text"/>
            <display>{name}</display>
          </model>
        </data-model>
        """;

    private const string Code = """
        using System.Threading.Tasks;
        using JourneyApps;
        using Acme.Field;

        public class Uses
        {
            public static async Task<int> OpenAsync(JourneyApp app, Site site)
            {
                var job = new Job { Title = "Replace pump", State = JobState.New, SiteId = site.Id };
                await app.Jobs.CreateAsync(job);
                return await app.Jobs.Where(j => j.State != JobState.Done && j.SiteId == site.Id).CountAsync();
            }
        }
        """;

    [Theory]
    [InlineData("Whole/everything")]
    [InlineData("Whole/sample")]
    public async Task Every_file_is_generated_as_reviewed_and_compiles_without_a_word(string name)
    {
        GoldenCase reviewed = new(name);
        VerifiedProject project = new(reviewed.Schemas["schema.xml"], "public class Empty;");
        foreach ((string file, string text) in reviewed.Schemas.Where(file => file.Key != "schema.xml"))
            project.TestState.AdditionalFiles.Add(("/app/" + file, text));
        foreach ((string file, string text) in reviewed.Reviewed.Where(file => file.Key.EndsWith(".g.cs", StringComparison.Ordinal)))
            project.Generates(file, text);
        // The findings of these schemas are about names, and are verified with their places in the golden files.
        project.DisabledDiagnostics.AddRange(reviewed.Generate().Findings.Select(finding => finding.Id).Distinct());

        await project.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Code_that_uses_the_models_compiles()
        => await new VerifiedProject(Schema, Code).GeneratesSomething().RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_mistake_in_the_schema_is_an_error_at_its_place_like_what_follows_from_it_and_the_other_models_remain()
    {
        string schema = Schema.Replace("name=\"name\" label=\"Name\" type=\"text\"", "name=\"name\" label=\"Name\" type=\"txt\"", StringComparison.Ordinal);
        string code = "public class Uses\n{\n    public string? Of(Acme.Field.Job job) => job.Title;\n}\n";

        await Mistaken(schema, code, column: 43).RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_link_of_another_model_is_an_error_at_its_place_in_the_code()
    {
        string code = Code.Replace("SiteId = site.Id }", "SiteId = new Job().Id }", StringComparison.Ordinal);

        await new VerifiedProject(Schema, code).GeneratesSomething()
            .Reports(
                "CS0029", DiagnosticSeverity.Error, VerifiedProject.CodePath, (9, 84), (9, 96), "JourneyApps.Id<Acme.Field.Job>", "JourneyApps.Id<Acme.Field.Site>?")
            .RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_choice_of_another_field_is_an_error_at_its_place_in_the_code()
    {
        string code = Code.Replace("j.State != JobState.Done", "j.State != JobStatus.Done", StringComparison.Ordinal);

        await new VerifiedProject(Schema, code).GeneratesSomething()
            .Reports("CS0103", DiagnosticSeverity.Error, VerifiedProject.CodePath, (11, 53), (11, 62), "JobStatus")
            .RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>These tests can fail: a wrong member, a column too far and a missing file are noticed.</summary>
    [Fact]
    public async Task A_wrong_member_a_wrong_column_and_a_missing_file_are_noticed()
    {
        IReadOnlyDictionary<string, string> files = Run.Of(Schema).Sources;
        await Of(file => file.Value).RunAsync(TestContext.Current.CancellationToken);

        string wrong = await FaultOf(Of(file => file.Value.Replace("Title", "Titel", StringComparison.Ordinal)));
        Assert.Contains("Titel", wrong, StringComparison.Ordinal);

        string missing = await FaultOf(Of(file => file.Key.Contains("Site", StringComparison.Ordinal) ? null : file.Value));
        Assert.Contains("JourneyApp.Site.g.cs", missing, StringComparison.Ordinal);

        string schema = Schema.Replace("label=\"Name\" type=\"text\"", "label=\"Name\" type=\"txt\"", StringComparison.Ordinal);
        string column = await FaultOf(Mistaken(schema, "public class Empty;", column: 44));
        Assert.Contains("column", column, StringComparison.OrdinalIgnoreCase);

        VerifiedProject Of(Func<KeyValuePair<string, string>, string?> textOf)
        {
            VerifiedProject project = new(Schema, Code);
            foreach (KeyValuePair<string, string> file in files)
            {
                if (textOf(file) is { } text) project.Generates(file.Key, text);
            }

            return project;
        }
    }

    private static VerifiedProject Mistaken(string schema, string code, int column)
        => new VerifiedProject(schema, code).GeneratesSomething()
            .Reports(
                "JA1204", DiagnosticSeverity.Error, VerifiedProject.SchemaPath, (12, column), (12, column + 3), "txt",
                "text, integer, number, date, datetime, boolean, single-choice, single-choice-integer, multiple-choice, multiple-choice-integer, location, photo, signature, attachment, track")
            .Reports("JA1603", DiagnosticSeverity.Error, VerifiedProject.SchemaPath, (13, 15), (13, 19), "name");

    private static async Task<string> FaultOf(VerifiedProject project)
        => (await Assert.ThrowsAnyAsync<InvalidOperationException>(() => project.RunAsync(TestContext.Current.CancellationToken))).Message;
}
