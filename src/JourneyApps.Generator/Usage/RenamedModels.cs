using JourneyApps.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Usage;

/// <summary>Finds the plain names of models that have another name in C#, such as <c>Task</c> for <c>TaskModel</c>.</summary>
internal static class RenamedModels
{
    private const string Suffix = "Model";

    /// <summary>Checks <c>new Task { … }</c>.</summary>
    public static void CheckCreation(SyntaxNodeAnalysisContext context)
    {
        var creation = (ObjectCreationExpressionSyntax)context.Node;
        if (creation.Type is not IdentifierNameSyntax name || Compiles(creation, context)) return;
        ITypeSymbol? model = context.SemanticModel
            .LookupNamespacesAndTypes(name.SpanStart, name: name.Identifier.ValueText + Suffix)
            .OfType<ITypeSymbol>()
            .FirstOrDefault(KnownTypes.IsModel);
        if (model is null) return;
        if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not INamedTypeSymbol other) return;
        Report(context, name, other.ToDisplayString(), model.Name);
    }

    /// <summary>Checks <c>app.Tasks</c>, a member that the client does not have.</summary>
    public static void CheckSet(SyntaxNodeAnalysisContext context, MemberAccessExpressionSyntax access, ITypeSymbol client)
    {
        string name = access.Name.Identifier.ValueText;
        foreach (IPropertySymbol set in client.GetMembers().OfType<IPropertySymbol>())
        {
            if (KnownTypes.ModelOf(set.Type)?.Name is not { } model || !model.EndsWith(Suffix, StringComparison.Ordinal)) continue;
            string plain = model.Remove(model.Length - Suffix.Length);
            if (name != plain && name != Plural.Of(plain)) continue;
            Report(context, access.Name, $"not a member of {client.Name}", set.Name);
            return;
        }
    }

    private static bool Compiles(ObjectCreationExpressionSyntax creation, SyntaxNodeAnalysisContext context)
        => context.SemanticModel.GetSymbolInfo(creation, context.CancellationToken).Symbol is not null
            && (creation.Initializer is not { RawKind: (int)SyntaxKind.ObjectInitializerExpression } initializer
                || initializer.Expressions.OfType<AssignmentExpressionSyntax>().All(
                    one => context.SemanticModel.GetSymbolInfo(one.Left, context.CancellationToken).Symbol is not null));

    private static void Report(SyntaxNodeAnalysisContext context, SimpleNameSyntax name, string meaning, string generated)
        => context.ReportDiagnostic(Diagnostic.Create(
            Reporting.DescriptorOf(UsageRules.ModelHasAnotherName), name.GetLocation(), name.Identifier.ValueText, meaning, generated));
}
