using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JourneyApps.Generator.OtherGenerators;

/// <summary>Finds the types that the project gives to other source generators.</summary>
internal static class UseReader
{
    /// <summary>Whether a node can be one of the attributes of other generators, or an endpoint.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is AttributeSyntax attribute
        ? LastNameOf(attribute.Name) is "JsonSerializable" or "JsonSerializableAttribute" or "Mapper" or "MapperAttribute"
            or "LoggerMessage" or "LoggerMessageAttribute" or "Parameter" or "ParameterAttribute"
            or "Get" or "GetAttribute" or "Post" or "PostAttribute" or "Put" or "PutAttribute" or "Patch" or "PatchAttribute"
            or "Delete" or "DeleteAttribute"
        : IsEndpoint(node);

    /// <summary>The types that an attribute or an endpoint gives to another generator.</summary>
    public static EquatableArray<GeneratorUse> Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var uses = new List<GeneratorUse>();
        if (context.Node is AttributeSyntax attribute) ReadAttribute(uses, attribute, context.SemanticModel, cancellation);
        else ReadEndpoint(uses, (InvocationExpressionSyntax)context.Node, context.SemanticModel, cancellation);
        return uses.ToEquatableArray();
    }

    private static void ReadAttribute(
        List<GeneratorUse> uses, AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode? target = attribute.Parent?.Parent;
        switch (model.GetTypeInfo(attribute, cancellation).Type?.ToDisplayString())
        {
            // From the syntax, because the attribute's data does not contain a type that cannot be resolved.
            case "System.Text.Json.Serialization.JsonSerializableAttribute"
                when attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is TypeOfExpressionSyntax { Type: { } named }:
                Add(uses, OtherGenerator.SystemTextJson, named, attribute, UseDepth.Members, model, cancellation);
                break;
            case "Riok.Mapperly.Abstractions.MapperAttribute" when target is TypeDeclarationSyntax mapper:
                foreach (TypeSyntax type in MappedTypesOf(mapper))
                    Add(uses, OtherGenerator.Mapperly, type, type, UseDepth.Members, model, cancellation);
                break;
            case "Microsoft.Extensions.Logging.LoggerMessageAttribute" when target is MethodDeclarationSyntax method:
                foreach (TypeSyntax type in TypesOf(method.ReturnType, method.ParameterList))
                    Add(uses, OtherGenerator.LoggerMessage, type, type, UseDepth.Itself, model, cancellation);
                break;
            // A model as the type itself works; as a type argument it does not.
            case "Microsoft.AspNetCore.Components.ParameterAttribute"
                when target is PropertyDeclarationSyntax { Type: { } type } && IsGeneric(type):
                Add(uses, OtherGenerator.Razor, type, type, UseDepth.Arguments, model, cancellation);
                break;
            case "Refit.GetAttribute" or "Refit.PostAttribute" or "Refit.PutAttribute" or "Refit.PatchAttribute" or "Refit.DeleteAttribute"
                when target is MethodDeclarationSyntax method:
                foreach (TypeSyntax type in TypesOf(method.ReturnType, method.ParameterList))
                    Add(uses, OtherGenerator.Refit, type, type, UseDepth.Arguments, model, cancellation);
                break;
        }
    }

    // The types of the parameters of the lambda. Endpoints that return an unknown type use reflection.
    private static void ReadEndpoint(
        List<GeneratorUse> uses, InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var handler = (ParenthesizedLambdaExpressionSyntax)call.ArgumentList.Arguments.Last().Expression;
        foreach (TypeSyntax type in TypesOf(null, handler.ParameterList))
            Add(uses, OtherGenerator.RequestDelegates, type, type, UseDepth.Itself, model, cancellation);
    }

    // Whether a node can be a call such as web.MapPost("/jobs", (Job job) => …).
    private static bool IsEndpoint(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Map" or "MapGet" or "MapPost" or "MapPut" or "MapPatch" or "MapDelete" or "MapMethods",
        },
    } call && call.ArgumentList.Arguments.LastOrDefault()?.Expression is ParenthesizedLambdaExpressionSyntax;

    private static bool IsGeneric(TypeSyntax type)
        => (type is NullableTypeSyntax nullable ? nullable.ElementType : type) is GenericNameSyntax
            or QualifiedNameSyntax { Right: GenericNameSyntax };

    private static string LastNameOf(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => "",
    };

    // The signatures of a class's partial methods, which a mapper implements.
    private static IEnumerable<TypeSyntax> MappedTypesOf(TypeDeclarationSyntax mapper)
        => mapper.Members.OfType<MethodDeclarationSyntax>()
            .Where(static method => method is { Body: null, ExpressionBody: null } && method.Modifiers.Any(SyntaxKind.PartialKeyword))
            .SelectMany(static method => TypesOf(method.ReturnType, method.ParameterList));

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
