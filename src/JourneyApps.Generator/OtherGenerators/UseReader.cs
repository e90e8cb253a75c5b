using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JourneyApps.Generator.OtherGenerators;

/// <summary>Finds the types that the project gives to other source generators.</summary>
internal static class UseReader
{
    /// <summary>The <c>[JsonSerializable]</c> attributes of a class.</summary>
    public static EquatableArray<GeneratorUse> OfAttributes(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var uses = new List<GeneratorUse>();
        foreach (AttributeData attribute in context.Attributes)
        {
            // From the syntax, because the attribute's data does not contain a type that cannot be resolved.
            if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax) continue;
            if (syntax.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not TypeOfExpressionSyntax { Type: { } named }) continue;
            Add(uses, OtherGenerator.SystemTextJson, named, syntax, UseDepth.Members, context.SemanticModel, cancellation);
        }

        return uses.ToEquatableArray();
    }

    /// <summary>The types in the signatures of a class's partial methods, which a mapper implements, and what it maps in them.</summary>
    public static EquatableArray<GeneratorUse> OfMapper(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var uses = new List<GeneratorUse>();
        if (context.TargetNode is not TypeDeclarationSyntax mapper) return [];
        foreach (MethodDeclarationSyntax method in mapper.Members.OfType<MethodDeclarationSyntax>())
        {
            if (!method.Modifiers.Any(SyntaxKind.PartialKeyword) || method.Body is not null || method.ExpressionBody is not null) continue;
            foreach (TypeSyntax type in TypesOf(method.ReturnType, method.ParameterList))
                Add(uses, OtherGenerator.Mapperly, type, type, UseDepth.Members, context.SemanticModel, cancellation);
        }

        return uses.ToEquatableArray();
    }

    /// <summary>The types in the signature of a method.</summary>
    public static EquatableArray<GeneratorUse> OfMethod(
        OtherGenerator generator, UseDepth depth, GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var uses = new List<GeneratorUse>();
        if (context.TargetNode is not MethodDeclarationSyntax method) return [];
        foreach (TypeSyntax type in TypesOf(method.ReturnType, method.ParameterList))
            Add(uses, generator, type, type, depth, context.SemanticModel, cancellation);
        return uses.ToEquatableArray();
    }

    /// <summary>The type of a component's parameter. A model as the type itself works; as a type argument it does not.</summary>
    public static EquatableArray<GeneratorUse> OfComponentParameter(
        GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var uses = new List<GeneratorUse>();
        if (context.TargetNode is not PropertyDeclarationSyntax { Type: { } type }) return [];
        TypeSyntax inner = type is NullableTypeSyntax nullable ? nullable.ElementType : type;
        if (inner is GenericNameSyntax or QualifiedNameSyntax { Right: GenericNameSyntax })
            Add(uses, OtherGenerator.Razor, type, type, UseDepth.Arguments, context.SemanticModel, cancellation);
        return uses.ToEquatableArray();
    }

    /// <summary>Whether a node can be a call such as <c>web.MapPost("/jobs", (Job job) => …)</c>.</summary>
    public static bool IsEndpoint(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Map" or "MapGet" or "MapPost" or "MapPut" or "MapPatch" or "MapDelete" or "MapMethods",
        },
    } call && call.ArgumentList.Arguments.LastOrDefault()?.Expression is ParenthesizedLambdaExpressionSyntax;

    /// <summary>The types of the parameters of an endpoint's lambda. Endpoints that return an unknown type use reflection.</summary>
    public static EquatableArray<GeneratorUse> OfEndpoint(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var uses = new List<GeneratorUse>();
        var call = (InvocationExpressionSyntax)context.Node;
        var handler = (ParenthesizedLambdaExpressionSyntax)call.ArgumentList.Arguments.Last().Expression;
        foreach (TypeSyntax type in TypesOf(null, handler.ParameterList))
            Add(uses, OtherGenerator.RequestDelegates, type, type, UseDepth.Itself, context.SemanticModel, cancellation);
        return uses.ToEquatableArray();
    }

    private static IEnumerable<TypeSyntax> TypesOf(TypeSyntax? returned, ParameterListSyntax parameters)
    {
        if (returned is not null) yield return returned;
        foreach (ParameterSyntax parameter in parameters.Parameters)
        {
            if (parameter.Type is { } type) yield return type;
        }
    }

    private static void Add(
        List<GeneratorUse> uses,
        OtherGenerator generator,
        TypeSyntax named,
        SyntaxNode place,
        UseDepth depth,
        SemanticModel known,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // A part of the class can be in another file. A type that is used several times is reported once.
        SemanticModel model = named.SyntaxTree == known.SyntaxTree ? known : known.Compilation.GetSemanticModel(named.SyntaxTree);
        string text = named.ToString();
        if (generator != OtherGenerator.SystemTextJson && uses.Exists(use => use.Type == text)) return;
        if (model.GetTypeInfo(named, cancellation).Type is not { } type) return;

        var walk = new TypeWalk(model.Compilation.Assembly, depth);
        walk.Visit(type);
        // For a signature, the user's part of a model is enough.
        EquatableArray<string> declared = depth == UseDepth.Members ? walk.Declared.ToEquatableArray() : [];
        if (walk.Unresolved.Count == 0 && declared.Count == 0) return;
        uses.Add(new GeneratorUse(
            generator, text, walk.Unresolved.ToEquatableArray(), declared, place.SyntaxTree.FilePath, RangeOf(place)));
    }

    private static TextRange RangeOf(SyntaxNode place)
    {
        FileLinePositionSpan lines = place.GetLocation().GetLineSpan();
        return new TextRange(
            place.Span.Start,
            place.Span.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character);
    }
}
