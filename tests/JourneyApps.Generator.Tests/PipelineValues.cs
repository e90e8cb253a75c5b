using System.Collections;
using System.Reflection;
using JourneyApps.Generator.Pipeline;
using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.Generator.Tests;

/// <summary>The values that the pipeline keeps between runs: plain values with value equality, which do not keep a compilation alive.</summary>
public class PipelineValues
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(SemanticModel), typeof(Location), typeof(AdditionalText), typeof(Diagnostic)];

    [Fact]
    public void No_step_holds_symbols_syntax_compilations_locations_or_any_text_but_the_first_its_own()
    {
        var names = new TextFile("/app/schema.names", "job = Order\njob.nothing = Nothing");
        var application = new TextFile("/app/application.xml", "<application><api>4.0</api><mobile_user>user</mobile_user></application>");
        var schema = new TextFile(Run.SchemaPath, TestFiles.Read("Schemas", "everything.schema.xml") + "text after the end");
        GeneratorDriver driver = Run.NewDriver([schema, names, application], new BuildSettings(), track: true)
            .RunGenerators(Run.Compilation(ContextCode, LanguageVersion.CSharp12));
        GeneratorRunResult result = driver.GetRunResult().Results[0];
        Assert.Null(result.Exception);

        var walked = 0;
        foreach (string step in StepNames.All)
        {
            Assert.True(result.TrackedSteps.ContainsKey(step), $"step {step} is not tracked: is it gone?");
            foreach ((object value, _) in result.TrackedSteps[step].SelectMany(run => run.Outputs))
            {
                walked += Walk(value, step, step == StepNames.Sources, new HashSet<object>(ReferenceEqualityComparer.Instance));
            }
        }

        Assert.True(walked > 1000, $"only {walked} objects: the walk is broken");
    }

    // Names the model as schema.names has it: a step is recorded only where an output came of it.
    private const string ContextCode = """
        [System.Text.Json.Serialization.JsonSerializable(typeof(System.Collections.Generic.List<Order>))]
        internal partial class Context;
        """;

    private static int Walk(object? value, string path, bool mayHoldText, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value)) return 0;
        Assert.False(Array.Exists(Forbidden, type => type.IsInstanceOfType(value)), $"{path} holds a {value.GetType()}");
        Assert.False(value is Delegate, $"{path} holds a delegate");
        if (value is SourceText)
        {
            Assert.True(mayHoldText, $"{path} holds a text");
            return 1;
        }

        int count = 1;
        if (value is Array array)
        {
            foreach (object? item in array) count += Walk(item, path + "[]", mayHoldText, seen);
            return count;
        }

        Assert.False(value is IList && !IsImmutableArrayOfBytes(value), $"{path} holds a {value.GetType()}, which does not compare its items");
        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                count += Walk(field.GetValue(value), $"{path}.{field.Name}", mayHoldText, seen);
            }
        }

        return count;
    }

    // The checksum, which SchemaSource compares byte by byte.
    private static bool IsImmutableArrayOfBytes(object value) => value is System.Collections.Immutable.ImmutableArray<byte>;
}
