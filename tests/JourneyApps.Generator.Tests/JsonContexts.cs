using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests;

public class JsonContexts
{
    private static readonly string Schema = Schemas.OfModel("job", Schemas.Text("title"));

    [Theory]
    [InlineData("typeof(Job)", "")]
    [InlineData("typeof(Acme.Field.Job)", "")]
    [InlineData("typeof(Job[])", "")]
    [InlineData("typeof(System.Collections.Generic.List<Job>)", "")]
    [InlineData("typeof(Dto)", "class Dto { public Job? Job { get; set; } }")]
    [InlineData("typeof(Outer)", "class Outer { public Inner? Inner { get; set; } } class Inner : Base; class Base { public System.Collections.Generic.Dictionary<string, Job>? Jobs { get; set; } }")]
    [InlineData("typeof(Job)", "namespace Acme.Field { public sealed partial class Job { public int Extra => 1; } }")]
    public void A_context_that_reaches_a_generated_model_is_warned_about_at_the_attribute(string type, string more)
    {
        string code = $$"""
            using System.Text.Json.Serialization;
            using Acme.Field;
            [JsonSerializable({{type}})]
            [JsonSerializable(typeof(int))]
            internal partial class Context : JsonSerializerContext;
            {{more}}
            """;

        Diagnostic finding = Assert.Single(Run.Of(Schema, code).Findings);

        Assert.Equal("JA2070", finding.Id);
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        FileLinePositionSpan place = finding.Location.GetLineSpan();
        Assert.Equal(("/app/Code.cs", 2, 1), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
    }

    [Theory]
    [InlineData("typeof(Other)", "class Other { public int A { get; set; } public Other? Next { get; set; } }")]
    [InlineData("typeof(Elsewhere.Job)", "namespace Elsewhere { public class Job { public int A { get; set; } } }")]
    [InlineData("typeof(System.Uri)", "")]
    public void A_context_that_reaches_none_is_not(string type, string more) => Assert.Empty(
        Run.Of(Schema, $"[System.Text.Json.Serialization.JsonSerializable({type})] partial class C : System.Text.Json.Serialization.JsonSerializerContext; {more}").Findings);
}
