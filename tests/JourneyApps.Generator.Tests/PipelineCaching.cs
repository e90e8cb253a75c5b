using JourneyApps.Generator.Pipeline;
using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

/// <summary>For each kind of edit, the steps whose values changed, and how many. All other steps were cached or gave an equal value.</summary>
public class PipelineCaching
{
    private static readonly string Schema = TestFiles.Read("Schemas", "everything.schema.xml");

    [Fact]
    public void An_unrelated_edit_of_code_changes_nothing()
    {
        CSharpCompilation compilation = Run.Compilation("class A;", LanguageVersion.CSharp12);
        GeneratorDriver driver = Run.NewDriver([new TextFile(Run.SchemaPath, Schema)], new BuildSettings(), track: true).RunGenerators(compilation);

        driver = driver.RunGenerators(Run.Compilation("class A { int B; }", LanguageVersion.CSharp12));

        Assert.Empty(Steps.Changed(driver));
        Assert.Equal(0, Steps.ChangedOutputs(driver));
    }

    [Fact]
    public void The_same_text_read_again_changes_nothing() => AssertChanges(Schema, "", 0);

    [Fact]
    public void A_comment_in_the_schema_moves_findings_and_emits_nothing() =>
        AssertChanges(Edit("<data-model>", "<data-model> <!-- moved -->\n"), "Diagnostics=3 ParsedSchemas=1 Sources=1", 3);

    [Fact]
    public void A_label_emits_its_model_again() =>
        AssertChanges(Edit("label=\"Title\"", "label=\"Teeth\""), "ModelFiles=1 ModelInputs=1 NamedModels=1 NamedSchemas=1 ParsedSchemas=1 Snapshots=1 Sources=1", 1);

    [Fact]
    public void A_field_emits_its_model_again() => AssertChanges(
        Edit("<field name=\"notes\" label=\"Notes\" type=\"text:paragraph\"/>", "<field name=\"memos\" label=\"Memos\" type=\"text:paragraph\"/>"),
        "ModelFiles=1 ModelInputs=1 NamedModels=1 NamedSchemas=1 ParsedSchemas=1 Snapshots=1 Sources=1",
        1);

    [Fact]
    public void An_option_emits_its_model_again() => AssertChanges(
        Edit("<option key=\"done\">Done</option>", "<option key=\"dead\">Dead</option>"),
        "ModelFiles=1 ModelInputs=1 NamedModels=1 NamedSchemas=1 ParsedSchemas=1 Snapshots=1 Sources=1",
        1);

    [Fact]
    public void A_renamed_model_emits_itself_the_models_that_name_it_and_the_client() => AssertChanges(
        Edit("model name=\"task\"", "model name=\"todo\"").Replace("model=\"task\"", "model=\"todo\"", StringComparison.Ordinal),
        // Itself, the job that has many of it, and the client; the info finding about its name is gone, so the others move up.
        "Clients=1 Diagnostics=3 ModelFiles=2 ModelInputs=2 NamedModels=2 NamedSchemas=1 ParsedSchemas=1 Snapshots=1 Sources=1 TypeNameInputs=1 TypeNames=1",
        6);

    [Fact]
    public void A_schema_that_breaks_loses_the_model_with_the_fault_and_keeps_the_others() => AssertChanges(
        // The job itself, the three models that name it, the client and the findings; the model that does not is left alone.
        Edit("<field name=\"notes\" label=\"Notes\" type=\"text:paragraph\"/>", "<field name=\"notes\" label=\"Notes\" type=\"txt\"/>"),
        "Clients=1 Diagnostics=3 ModelFiles=4 ModelInputs=4 NamedModels=4 NamedSchemas=1 ParsedSchemas=1 Snapshots=1 Sources=1 TypeNameInputs=1 TypeNames=1",
        8);

    [Fact]
    public void A_schema_that_is_mended_emits_what_was_missing_and_nothing_else() => AssertChanges(
        Edit("<field name=\"notes\" label=\"Notes\" type=\"text:paragraph\"/>", "<field name=\"notes\" label=\"Notes\" type=\"txt\"/>"),
        Schema,
        "Clients=1 Diagnostics=3 ModelFiles=4 ModelInputs=4 NamedModels=4 NamedSchemas=1 ParsedSchemas=1 Snapshots=1 Sources=1 TypeNameInputs=1 TypeNames=1",
        8);

    [Fact]
    public void A_second_schema_leaves_the_first_alone()
    {
        CSharpCompilation compilation = Run.Compilation("class A;", LanguageVersion.CSharp12);
        var second = new TextFile("/app/second.schema.xml", Schemas.OfModel("vehicle", ""));
        BuildSettings settings = new BuildSettings().Metadata(second.Path, "JourneyAppsClient", "FleetApp");
        GeneratorDriver driver = Run.NewDriver([new TextFile(Run.SchemaPath, Schema)], settings, track: true).RunGenerators(compilation);

        driver = driver.AddAdditionalTexts([second]).RunGenerators(compilation);

        // Its one model and its client; what the two may share is decided again and is equal for the first.
        Assert.Equal("Clients=1 ModelFiles=1 ModelInputs=1 NamedModels=1 NamedSchemas=1 ParsedSchemas=1 Plan=1 Snapshots=1 Sources=1 TypeNameInputs=1 TypeNames=1", string.Join(' ', Steps.Changed(driver).Select(step => $"{step.Key}={step.Value}")));
    }

    private static string Edit(string old, string @new)
    {
        string edited = Schema.Replace(old, @new, StringComparison.Ordinal);
        Assert.NotEqual(Schema, edited);
        return edited;
    }

    private static void AssertChanges(string edited, string expected, int outputs) => AssertChanges(Schema, edited, expected, outputs);

    private static void AssertChanges(string schema, string edited, string expected, int outputs)
    {
        var before = new TextFile(Run.SchemaPath, schema);
        CSharpCompilation compilation = Run.Compilation("class A;", LanguageVersion.CSharp12);
        GeneratorDriver driver = Run.NewDriver([before], new BuildSettings(), track: true).RunGenerators(compilation);

        driver = driver.ReplaceAdditionalText(before, new TextFile(Run.SchemaPath, edited)).RunGenerators(compilation);

        Assert.Equal(expected, string.Join(' ', Steps.Changed(driver).Select(step => $"{step.Key}={step.Value}")));
        Assert.Equal(outputs, Steps.ChangedOutputs(driver));
    }
}
