using System.Globalization;
using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

public class ConfigurationFindings
{
    private static readonly string Valid = Schemas.OfModel("job", Schemas.Text("title"));

    [Fact]
    public void A_project_without_a_schema_is_told_so() => AssertOnly(Run.Of([], new BuildSettings()), "JA3001", "");

    [Fact]
    public void A_project_that_only_inherits_the_analyzer_hears_and_gets_nothing()
    {
        var run = Run.Of([new TextFile("/app/schema.xml", "<data-model><broken")], new BuildSettings(enabled: false));

        Assert.Empty(run.Findings);
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- to do -->")]
    public void An_empty_schema_is_one_finding(string text) => AssertOnly(Run.Of(text), "JA3002", "/app/schema.xml");

    [Fact]
    public void A_foreign_file_of_the_same_name_is_left_alone()
    {
        var solr = new TextFile("/app/schema.xml", "<schema name=\"example\"><types/></schema>");
        var run = Run.Of([solr, new TextFile("/app/field.schema.xml", Valid)], new BuildSettings());

        Assert.Empty(run.Findings);
        Assert.Equal(2, run.Sources.Count);
    }

    [Fact]
    public void A_foreign_file_that_the_project_names_is_judged()
    {
        BuildSettings settings = new BuildSettings().Metadata("/app/other.xml", "JourneyAppsSchema", "true");
        var run = Run.Of([new TextFile("/app/other.xml", "<beans/>")], settings);

        Diagnostic finding = Assert.Single(run.Findings);
        Assert.StartsWith("JA1", finding.Id, StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
    }

    [Fact]
    public void Two_schemas_with_the_same_client_are_one_finding_and_the_first_is_generated()
    {
        var run = Run.Of([new TextFile("/app/a.schema.xml", Valid), new TextFile("/app/b.schema.xml", Valid)], new BuildSettings());

        AssertOnly(run, "JA3003", "/app/b.schema.xml");
        Assert.Equal(2, run.Sources.Count);
    }

    [Fact]
    public void Two_schemas_with_the_same_type_in_one_namespace_are_one_finding()
    {
        BuildSettings settings = new BuildSettings().Metadata("/app/b.schema.xml", "JourneyAppsClient", "OtherApp");
        var run = Run.Of([new TextFile("/app/a.schema.xml", Valid), new TextFile("/app/b.schema.xml", Valid)], settings);

        AssertOnly(run, "JA3004", "/app/b.schema.xml");
    }

    [Fact]
    public void Two_schemas_in_two_namespaces_are_both_generated()
    {
        BuildSettings settings = new BuildSettings()
            .Metadata("/app/b.schema.xml", "JourneyAppsClient", "OtherApp")
            .Metadata("/app/b.schema.xml", "JourneyAppsNamespace", "Acme.Other");
        var run = Run.Of([new TextFile("/app/a.schema.xml", Valid), new TextFile("/app/b.schema.xml", Valid)], settings);

        Assert.Empty(run.Findings);
        Assert.Equal(["JourneyApp.Job.g.cs", "JourneyApp.g.cs", "OtherApp.Job.g.cs", "OtherApp.g.cs"], run.Sources.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_json_form_beside_the_xml_form_is_not_used()
    {
        const string Json = """{"objects":{}}""";
        var run = Run.Of([new TextFile("/app/datamodel.json", Json), new TextFile("/app/schema.xml", Valid)], new BuildSettings());

        Assert.All(run.Findings, finding => Assert.True(finding.Id is "JA3005", finding.ToString()));
        Assert.Equal(2, run.Sources.Count);
    }

    [Theory]
    [InlineData("JourneyAppsNamespace", "Acme.1st")]
    [InlineData("JourneyAppsClient", "my-app")]
    [InlineData("JourneyAppsClient", "class")]
    [InlineData("JourneyAppsAccessibility", "private")]
    [InlineData("JourneyAppsRows", "maybe")]
    public void An_option_with_an_unusable_value_is_one_finding_and_code_is_generated(string option, string value)
    {
        var run = Run.Of([new TextFile("/app/schema.xml", Valid)], new BuildSettings().Property(option, value));

        AssertOnly(run, "JA3006", "/app/schema.xml");
        Assert.Equal(2, run.Sources.Count);
    }

    [Fact]
    public void A_language_version_below_12_is_one_finding_and_nothing_is_generated()
    {
        var run = Run.Of(Valid, language: LanguageVersion.CSharp11);

        AssertOnly(run, "JA2080", "");
        Assert.Empty(run.Sources);
    }

    [Theory]
    [InlineData("0.0.9")]
    [InlineData("0.0.99.4")]
    public void A_runtime_older_than_the_generator_is_one_finding_and_nothing_is_generated(string version)
    {
        GeneratorRunResult result = WithRuntime(version);

        Diagnostic finding = Assert.Single(result.Diagnostics);
        Assert.Equal("JA3007", finding.Id);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        string own = Emission.FileHeader.ToolVersion;
        Assert.Equal(
            $"JourneyApps.Generator {own} requires JourneyApps.Runtime {own} or later; the project references {Version.Parse(version).ToString(3)}",
            finding.GetMessage(CultureInfo.InvariantCulture));
        Assert.Empty(result.GeneratedSources);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0.1.1")]
    [InlineData("0.2.0")]
    [InlineData("7.0.0")]
    public void The_generators_own_runtime_and_every_newer_one_are_fine(string? version)
    {
        GeneratorRunResult result = WithRuntime(version ?? Emission.FileHeader.ToolVersion);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(2, result.GeneratedSources.Length);
    }

    [Fact]
    public void A_newer_runtime_mends_a_project_in_the_same_session()
    {
        GeneratorDriver driver = Run.NewDriver([new TextFile("/app/schema.xml", Valid)], new BuildSettings());

        driver = driver.RunGenerators(Project("0.0.9"));
        Assert.Single(driver.GetRunResult().Results[0].Diagnostics);
        driver = driver.RunGenerators(Project("0.1.0"));

        Assert.Empty(driver.GetRunResult().Results[0].Diagnostics);
        Assert.Equal(2, driver.GetRunResult().Results[0].GeneratedSources.Length);
    }

    [Fact]
    public void Names_without_a_schema_are_one_finding()
    {
        var run = Run.Of([new TextFile("/app/schema.xml", Valid), new TextFile("/app/other.names", "job = Order")], new BuildSettings());

        AssertOnly(run, "JA3008", "/app/other.names");
    }

    [Fact]
    public void A_file_that_the_project_lists_twice_counts_once()
    {
        var run = Run.Of([new TextFile("/app/schema.xml", Valid), new TextFile("/app/schema.xml", Valid)], new BuildSettings());

        Assert.Empty(run.Findings);
        Assert.Equal(2, run.Sources.Count);
    }

    [Fact]
    public void The_models_namespace_is_a_global_using_with_implicit_usings_only_and_the_runtimes_is_not()
    {
        Assert.DoesNotContain("global using global::JourneyApps;", Client(new BuildSettings()), StringComparison.Ordinal);
        Assert.Contains("global using global::Acme.Field;", Client(new BuildSettings()), StringComparison.Ordinal);
        Assert.DoesNotContain("global using", Client(new BuildSettings().Property("ImplicitUsings", "disable")), StringComparison.Ordinal);
        Assert.DoesNotContain("global using", Client(new BuildSettings().Property("JourneyAppsGlobalUsings", "false")), StringComparison.Ordinal);

        static string Client(BuildSettings settings) => Run.Of([new TextFile("/app/schema.xml", Valid)], settings).Sources["JourneyApp.g.cs"];
    }

    [Theory]
    [InlineData("my-app", "namespace my_app;")]
    [InlineData("3d.viewer", "namespace _3d.viewer;")]
    [InlineData("Acme.class", "namespace Acme.@class;")]
    [InlineData("..", "namespace JourneyModels;")]
    public void A_root_namespace_is_made_valid(string root, string expected)
    {
        var run = Run.Of([new TextFile("/app/schema.xml", Valid)], new BuildSettings().Property("RootNamespace", root));

        Assert.Empty(run.Findings);
        Assert.Contains(expected, run.Sources["JourneyApp.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorRunResult WithRuntime(string version) =>
        Run.NewDriver([new TextFile("/app/schema.xml", Valid)], new BuildSettings()).RunGenerators(Project(version)).GetRunResult().Results[0];

    // A project that references a runtime of that version: an assembly with its name and nothing in it.
    private static CSharpCompilation Project(string version)
    {
        MetadataReference[] framework = [.. References.Net10.Where(reference => !reference.Display!.EndsWith("JourneyApps.Runtime.dll", StringComparison.Ordinal))];
        CSharpCompilation runtime = Run.Compilation($"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]", LanguageVersion.CSharp12, framework)
            .WithAssemblyName("JourneyApps.Runtime");
        using var image = new MemoryStream();
        Assert.True(runtime.Emit(image).Success);
        return Run.Compilation("class A;", LanguageVersion.CSharp12, [.. framework, MetadataReference.CreateFromImage(image.ToArray())]);
    }

    private static void AssertOnly(Run run, string id, string path)
    {
        Diagnostic finding = Assert.Single(run.Findings);
        Assert.Equal(id, finding.Id);
        Assert.Equal(path, finding.Location.GetLineSpan().Path ?? "");
        Assert.EndsWith("/docs/diagnostics/" + id + ".md", finding.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }
}
