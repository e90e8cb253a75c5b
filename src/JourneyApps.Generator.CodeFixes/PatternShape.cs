using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JourneyApps.Generator.CodeFixes;

/// <summary>What a pattern is made of.</summary>
internal static class PatternShape
{
    /// <summary>Whether all patterns of a switch have the same meaning for an option as for the choice.</summary>
    public static bool IsOfOptions(SwitchExpressionSyntax expression) => expression.Arms.All(arm => IsOfOptions(arm.Pattern));

    /// <summary>Whether all patterns of a switch have the same meaning for an option as for the choice.</summary>
    public static bool IsOfOptions(SwitchStatementSyntax statement) => statement.Sections.SelectMany(section => section.Labels)
        .OfType<CasePatternSwitchLabelSyntax>().All(label => IsOfOptions(label.Pattern));

    /// <summary>Whether the pattern has the same meaning for an option as for the choice: it has only constants, comparisons and
    /// discards, and does not name the value, its type or its properties.</summary>
    public static bool IsOfOptions(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax or RelationalPatternSyntax or DiscardPatternSyntax => true,
        ParenthesizedPatternSyntax inner => IsOfOptions(inner.Pattern),
        UnaryPatternSyntax not => IsOfOptions(not.Pattern),
        BinaryPatternSyntax both => IsOfOptions(both.Left) && IsOfOptions(both.Right),
        _ => false,
    };

    /// <summary>Whether null can match: the pattern has a <c>null</c>, a <c>not</c> or a discard.</summary>
    public static bool MatchesNull(PatternSyntax pattern) => pattern.DescendantNodesAndSelf().Any(node
        => node is UnaryPatternSyntax or DiscardPatternSyntax || node.IsKind(SyntaxKind.NullLiteralExpression));
}
