using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JourneyApps.Generator.Contexts;

/// <summary>A <c>[JsonSerializable]</c> attribute of the project and the types that its serializer reaches.</summary>
/// <param name="Type">The type in the attribute, as written.</param>
/// <param name="Unresolved">Names that the compiler cannot resolve. A generated model is one, because generators do not see each other's
/// output.</param>
/// <param name="Declared">Full names of the project's own types among them. A user's <c>partial class Job</c> is one.</param>
/// <param name="Path">The file of the attribute.</param>
/// <param name="Range">The range of the attribute.</param>
internal sealed record ContextUse(
    string Type, EquatableArray<string> Unresolved, EquatableArray<string> Declared, string Path, TextRange Range)
{
    /// <summary>The attribute's full name.</summary>
    public const string Attribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <summary>The attributes of a class.</summary>
    public static EquatableArray<ContextUse> Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var uses = new List<ContextUse>();
        foreach (AttributeData attribute in context.Attributes)
        {
            cancellation.ThrowIfCancellationRequested();
            // From the syntax, because the attribute's data does not contain a type that cannot be resolved.
            if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax) continue;
            if (syntax.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not TypeOfExpressionSyntax { Type: { } named }) continue;
            SemanticModel model = syntax.SyntaxTree == context.SemanticModel.SyntaxTree
                ? context.SemanticModel
                : context.SemanticModel.Compilation.GetSemanticModel(syntax.SyntaxTree);
            if (model.GetTypeInfo(named, cancellation).Type is not { } type) continue;

            var walk = new TypeWalk(model.Compilation.Assembly);
            walk.Visit(type);
            uses.Add(new ContextUse(
                named.ToString(),
                walk.Unresolved.ToEquatableArray(),
                walk.Declared.ToEquatableArray(),
                syntax.SyntaxTree.FilePath,
                RangeOf(syntax)));
        }

        return uses.ToEquatableArray();
    }

    private static TextRange RangeOf(AttributeSyntax syntax)
    {
        FileLinePositionSpan lines = syntax.GetLocation().GetLineSpan();
        return new TextRange(
            syntax.Span.Start,
            syntax.Span.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character);
    }
}
