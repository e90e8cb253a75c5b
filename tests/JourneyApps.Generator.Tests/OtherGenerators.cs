using System.Collections.Immutable;
using System.Globalization;
using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests;

/// <summary>Source generators beside ours that are given a generated type. Those of System.Text.Json: see <see cref="JsonContexts"/>.</summary>
public class OtherGenerators
{
    // The attributes of the other libraries, which this project does not reference.
    private const string Attributes = """

        namespace Riok.Mapperly.Abstractions { class MapperAttribute : System.Attribute; }
        namespace Refit { class GetAttribute(string path) : System.Attribute; class PostAttribute(string path) : System.Attribute; class BodyAttribute : System.Attribute; }
        namespace Microsoft.Extensions.Logging { class LoggerMessageAttribute : System.Attribute; interface ILogger; }
        namespace Microsoft.AspNetCore.Components { class ParameterAttribute : System.Attribute; struct EventCallback<T>; }
        class Web { public void MapPost(string path, System.Delegate handler) { } public void Send(System.Delegate handler) { } }
        """;

    private static readonly string Schema = Schemas.OfModel(
        "job",
        Schemas.Text("title") + """<field name="state" label="State" type="single-choice"><option key="new">New</option></field>""");

    [Theory]
    [InlineData("[Riok.Mapperly.Abstractions.Mapper] partial class M { public partial Dto ToDto(Job job); } class Dto { }", "Job", "Job", "Mapperly")]
    [InlineData("[Riok.Mapperly.Abstractions.Mapper] static partial class M { public static partial Dto ToDto(Other o); } class Dto { } class Other { public Job? Job { get; set; } }", "Other", "Job", "Mapperly")]
    [InlineData("interface I { [Refit.Get(\"/jobs\")] System.Threading.Tasks.Task<System.Collections.Generic.List<Job>> ListAsync(); }", "System.Threading.Tasks.Task<System.Collections.Generic.List<Job>>", "Job", "Refit")]
    [InlineData("interface I { [Refit.Post(\"/jobs\")] System.Threading.Tasks.Task AddAsync([Refit.Body] Job job); }", "Job", "Job", "Refit")]
    [InlineData("partial class L { [Microsoft.Extensions.Logging.LoggerMessage] static partial void Log(Microsoft.Extensions.Logging.ILogger logger, JobState? state); }", "JobState?", "JobState", "the logging source generator")]
    [InlineData("class P { void Map(Web web) => web.MapPost(\"/jobs\", (Job job) => \"\"); }", "Job", "Job", "the request delegate generator")]
    [InlineData("class P { void Map(Web web) => web.MapPost(\"/jobs\", (string id, Job? job) => \"\"); }", "Job?", "Job", "the request delegate generator")]
    [InlineData("class C { [Microsoft.AspNetCore.Components.Parameter] public Microsoft.AspNetCore.Components.EventCallback<Job> Saved { get; set; } }", "Microsoft.AspNetCore.Components.EventCallback<Job>", "Job", "the Razor source generator")]
    public void A_generator_that_is_given_a_generated_type_is_warned_about_at_the_type(string code, string type, string name, string generator)
    {
        Diagnostic finding = Assert.Single(Findings($"using Acme.Field;\n{code}{Attributes}", generator == "Refit" ? "disable" : "enable"));

        Assert.Equal(
            $"JA2070: '{type}' contains the generated type '{name}', which {generator} cannot see in this project; generate the models in a class library",
            $"{finding.Id}: {finding.GetMessage(CultureInfo.InvariantCulture)}");
        FileLinePositionSpan place = finding.Location.GetLineSpan();
        Assert.Equal(("/app/Code.cs", 1), (place.Path, place.StartLinePosition.Line));
        Assert.Equal(type, code.Substring(place.StartLinePosition.Character, place.EndLinePosition.Character - place.StartLinePosition.Character));
    }

    [Theory]
    [InlineData("[Riok.Mapperly.Abstractions.Mapper] partial class M { public partial Dto ToDto(Dto dto); public string Title(Job job) => \"\"; } class Dto { }")]
    [InlineData("partial class M { public partial Dto ToDto(Job job); } class Dto { }")]
    [InlineData("interface I { System.Threading.Tasks.Task<Job> GetAsync(); [Refit.Get(\"/names\")] System.Threading.Tasks.Task<string> NamesAsync(); }")]
    [InlineData("partial class L { [Microsoft.Extensions.Logging.LoggerMessage] static partial void Log(Microsoft.Extensions.Logging.ILogger logger, JourneyApps.Id<Job> id, string state); }")]
    [InlineData("interface I { [Refit.Get(\"/jobs\")] System.Threading.Tasks.Task<Job> GetAsync(); }")]
    [InlineData("class C { [Microsoft.AspNetCore.Components.Parameter] public Job? Job { get; set; } }")]
    [InlineData("class P { void Map(Web web) { web.MapPost(\"/jobs\", (JourneyApps.Id<Job> id, JourneyApps.Choice<JobState> state) => new Job(id)); web.Send((Job job) => \"\"); } }")]
    public void A_generator_that_is_given_other_types_is_not(string code) => Assert.Empty(Findings($"using Acme.Field;\n{code}{Attributes}"));

    /// <summary>It reads the signature only, and the user's part declares the type.</summary>
    [Fact]
    public void A_logging_method_with_a_model_that_the_user_has_a_part_of_is_not()
        => Assert.Empty(Findings($$"""
            namespace Acme.Field { public sealed partial class Job; }
            partial class L { [Microsoft.Extensions.Logging.LoggerMessage] static partial void Log(Microsoft.Extensions.Logging.ILogger logger, Acme.Field.Job job); }
            {{Attributes}}
            """));

    [Fact]
    public void A_mapper_with_a_model_that_the_user_has_a_part_of_is_warned_about_because_it_sees_no_fields()
        => Assert.Single(Findings($$"""
            namespace Acme.Field { public sealed partial class Job; }
            [Riok.Mapperly.Abstractions.Mapper] partial class M { public partial Dto ToDto(Acme.Field.Job job); } class Dto { }
            {{Attributes}}
            """));

    [Fact]
    public void A_type_that_a_mapper_uses_in_several_methods_is_reported_once()
        => Assert.Single(Findings(
            $"using Acme.Field; [Riok.Mapperly.Abstractions.Mapper] partial class M {{ public partial A ToA(Job job); public partial B ToB(Job job); }} class A {{ }} class B {{ }}{Attributes}"));

    /// <summary>Without its property, minimal APIs use reflection, which sees the models.</summary>
    [Fact]
    public void An_endpoint_of_a_project_without_the_request_delegate_generator_is_not()
        => Assert.Empty(Run.Of(Schema, $"using Acme.Field; class P {{ void Map(Web web) => web.MapPost(\"/jobs\", (Job job) => \"\"); }}{Attributes}").Findings);

    [Theory]
    [InlineData("typeof(JobState)")]
    [InlineData("typeof(JourneyApps.Choice<JobState>[])")]
    public void A_context_that_reaches_a_choice_is_warned_about(string type)
    {
        Diagnostic finding = Assert.Single(Findings(
            $"using Acme.Field; [System.Text.Json.Serialization.JsonSerializable({type})] partial class C : System.Text.Json.Serialization.JsonSerializerContext;"));

        Assert.Contains("contains the generated type 'JobState'", finding.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static ImmutableArray<Diagnostic> Findings(string code, string implicitUsings = "enable") => Run.Of(
        [new TextFile(Run.SchemaPath, Schema)],
        new BuildSettings().Property("EnableRequestDelegateGenerator", "true").Property("ImplicitUsings", implicitUsings),
        code).Findings;
}
