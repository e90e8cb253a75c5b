using JourneyApps.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Usage;

/// <summary>Finds members that a client and the token of a relationship do not have.</summary>
internal static class MemberAccesses
{
    /// <summary>Checks <c>app.Tasks</c> and <c>j.Site.Name</c>.</summary>
    public static void Check(SyntaxNodeAnalysisContext context)
    {
        var access = (MemberAccessExpressionSyntax)context.Node;
        // The type first: it is known for nearly all code, and is neither of the two for nearly all code.
        ITypeSymbol? type = context.SemanticModel.GetTypeInfo(access.Expression, context.CancellationToken).Type;
        bool isLink = KnownTypes.IsLink(type);
        if (!isLink && !KnownTypes.IsClient(type)) return;
        SymbolInfo found = context.SemanticModel.GetSymbolInfo(access, context.CancellationToken);
        if (found.Symbol is not null || !found.CandidateSymbols.IsEmpty) return;
        if (isLink) CheckLink(context, access);
        else RenamedModels.CheckSet(context, access, type!);
    }

    private static void CheckLink(SyntaxNodeAnalysisContext context, MemberAccessExpressionSyntax access)
        => context.ReportDiagnostic(Diagnostic.Create(
            Reporting.DescriptorOf(UsageRules.FieldOfRelatedObject),
            access.Name.GetLocation(),
            access.Name.Identifier.ValueText,
            $"{access.Expression}Id"));
}
