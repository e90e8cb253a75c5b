using JourneyApps.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Usage;

/// <summary>Finds queries that are assigned to a variable for a set.</summary>
internal static class QueriesInSets
{
    /// <summary>Checks <c>query = query.Where(…)</c>.</summary>
    public static void CheckAssignment(SyntaxNodeAnalysisContext context)
    {
        var assignment = (AssignmentExpressionSyntax)context.Node;
        if (assignment.Right is not InvocationExpressionSyntax) return;
        Check(context, assignment.Left, assignment.Left.ToString(), assignment.Right,
            context.SemanticModel.GetTypeInfo(assignment.Left, context.CancellationToken).Type);
    }

    /// <summary>Checks <c>JobSet query = app.Jobs.Where(…)</c>.</summary>
    public static void CheckDeclaration(SyntaxNodeAnalysisContext context)
    {
        var variable = (VariableDeclaratorSyntax)context.Node;
        if (variable.Initializer?.Value is not InvocationExpressionSyntax value
            || variable.Parent is not VariableDeclarationSyntax { Type: { IsVar: false } type }) return;
        Check(context, type, variable.Identifier.ValueText, value,
            context.SemanticModel.GetTypeInfo(type, context.CancellationToken).Type);
    }

    private static void Check(
        SyntaxNodeAnalysisContext context, SyntaxNode place, string variable, ExpressionSyntax value, ITypeSymbol? declared)
    {
        if (!KnownTypes.IsSet(declared)) return;
        ITypeSymbol? query = context.SemanticModel.GetTypeInfo(value, context.CancellationToken).Type;
        if (!KnownTypes.IsQuery(query)) return;
        context.ReportDiagnostic(Diagnostic.Create(
            Reporting.DescriptorOf(UsageRules.QueryInSet),
            place.GetLocation(),
            variable,
            declared!.Name,
            query!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }
}
