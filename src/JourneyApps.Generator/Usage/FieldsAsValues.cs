using JourneyApps.Generator.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator.Usage;

/// <summary>Finds field tokens in places where only a value makes sense. The server compares the values; the program has only the name of
/// the field.</summary>
internal static class FieldsAsValues
{
    /// <summary>Checks <c>states.Contains(j.State)</c> and <c>string.IsNullOrEmpty(j.Title)</c>.</summary>
    public static void CheckCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is not MemberAccessExpressionSyntax access || call.ArgumentList.Arguments.Count != 1) return;
        ExpressionSyntax argument = call.ArgumentList.Arguments[0].Expression;
        if (access.Name.Identifier.ValueText is not ("Contains" or "IsNullOrEmpty" or "IsNullOrWhiteSpace")) return;
        if (!IsToken(argument, context) || IsToken(access.Expression, context)) return;
        Report(context, argument, access.Name.Identifier.ValueText == "Contains"
            ? $"{argument}.In({access.Expression})"
            : $"{argument} == null || {argument} == \"\"");
    }

    /// <summary>Checks <c>j.Title is null</c>, <c>j.Count is > 5</c>, <c>j.State is JobState.Busy</c> and <c>j.Title ?? ""</c>.</summary>
    public static void CheckOperator(SyntaxNodeAnalysisContext context)
    {
        ExpressionSyntax field = context.Node is IsPatternExpressionSyntax pattern
            ? pattern.Expression
            : ((BinaryExpressionSyntax)context.Node).Left;
        if (!IsToken(field, context)) return;
        Report(context, field, context.Node switch
        {
            IsPatternExpressionSyntax { Pattern: RelationalPatternSyntax relation }
                => $"{field} {relation.OperatorToken.Text} {relation.Expression}",
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } => $"{field} == {constant.Expression}",
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } }
                => $"{field} != {constant.Expression}",
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test => $"{field} == {test.Right}",
            _ => $"{field} == null, or another comparison",
        });
    }

    /// <summary>Checks <c>$"{j.Title}"</c>, which compiles and is the name of a type.</summary>
    public static void CheckInterpolation(SyntaxNodeAnalysisContext context)
    {
        ExpressionSyntax field = ((InterpolationSyntax)context.Node).Expression;
        if (IsToken(field, context)) Report(context, field, $"{field} alone, and format texts from the objects that are read");
    }

    private static bool IsToken(ExpressionSyntax expression, SyntaxNodeAnalysisContext context)
        => KnownTypes.IsToken(context.SemanticModel.GetTypeInfo(expression, context.CancellationToken).Type);

    private static void Report(SyntaxNodeAnalysisContext context, ExpressionSyntax field, string instead)
        => context.ReportDiagnostic(Diagnostic.Create(
            Reporting.DescriptorOf(UsageRules.FieldAsValue), field.GetLocation(), field.ToString(), instead));
}
