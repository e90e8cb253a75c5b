using JourneyApps.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Usage;

/// <summary>Finds options in patterns that match a choice.</summary>
internal static class ChoicePatterns
{
    /// <summary>Checks <c>job.State is JobState.Done</c> and <c>case JobState.Done:</c>.</summary>
    public static void Check(SyntaxNodeAnalysisContext context)
    {
        // Without more, the parser takes the option for a type.
        (ExpressionSyntax option, SyntaxNode? place) = context.Node switch
        {
            BinaryExpressionSyntax test => (test.Right, test),
            ConstantPatternSyntax pattern => (pattern.Expression, PlaceOf(pattern)),
            _ => (((CaseSwitchLabelSyntax)context.Node).Value, context.Node.Parent?.Parent),
        };
        ExpressionSyntax? matched = place switch
        {
            BinaryExpressionSyntax test => test.Left,
            IsPatternExpressionSyntax test => test.Expression,
            SwitchExpressionSyntax choose => choose.GoverningExpression,
            SwitchStatementSyntax choose => choose.Expression,
            _ => null,
        };
        if (matched is null || !KnownTypes.IsChoice(context.SemanticModel.GetTypeInfo(matched, context.CancellationToken).Type)) return;
        ISymbol? symbol = context.SemanticModel.GetSymbolInfo(option, context.CancellationToken).Symbol;
        if (symbol is not IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum }) return;
        context.ReportDiagnostic(Diagnostic.Create(
            Reporting.DescriptorOf(UsageRules.OptionInPattern), option.GetLocation(), option.ToString(), matched.ToString()));
    }

    // Where the pattern is matched, past 'or', 'not' and parentheses.
    private static SyntaxNode? PlaceOf(PatternSyntax pattern)
    {
        SyntaxNode? place = pattern.Parent;
        while (place is PatternSyntax) place = place.Parent;
        return place switch
        {
            SwitchExpressionArmSyntax arm => arm.Parent,
            CasePatternSwitchLabelSyntax label => label.Parent?.Parent,
            _ => place,
        };
    }
}
