using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace JourneyApps.Generator.CodeFixes;

/// <summary>Finds the edits that make a pattern compare the option of a choice.</summary>
internal static class PatternEdits
{
    /// <summary>Finds the edits for one option in a pattern; none if the value is not a choice of that option's enum.</summary>
    /// <param name="place">The node of the compiler's error.</param>
    /// <param name="model">The semantic model of the file.</param>
    /// <param name="token">Cancels the search.</param>
    public static IEnumerable<TextChange> Find(SyntaxNode place, SemanticModel model, CancellationToken token)
    {
        foreach (SyntaxNode node in place.AncestorsAndSelf())
        {
            switch (node)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test when test.Right.Span.Contains(place.Span):
                    return ChoiceType.IsOf(model.GetTypeInfo(test.Left, token).Type, test.Right, model, token)
                        ? AddValue(test.Left, model, token)
                        : [];
                case CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } label:
                    return ChoiceType.IsOf(model.GetTypeInfo(statement.Expression, token).Type, label.Value, model, token)
                        ? InSwitch(statement, label.Value, model, token)
                        : [];
                case ConstantPatternSyntax pattern:
                    return InPattern(pattern, pattern.Expression, model, token);
                case RelationalPatternSyntax pattern:
                    return InPattern(pattern, pattern.Expression, model, token);
                case StatementSyntax or MemberDeclarationSyntax:
                    return [];
            }
        }

        return [];
    }

    private static IEnumerable<TextChange> InPattern(
        PatternSyntax pattern, ExpressionSyntax option, SemanticModel model, CancellationToken token)
    {
        if (!ChoiceType.IsOf(model.GetTypeInfo(pattern, token).Type, option, model, token)) return [];
        PatternSyntax whole = pattern;
        while (whole.Parent is BinaryPatternSyntax or UnaryPatternSyntax or ParenthesizedPatternSyntax) whole = (PatternSyntax)whole.Parent;
        return whole.Parent switch
        {
            IsPatternExpressionSyntax test when PatternShape.IsOfOptions(whole) => AddValue(test.Expression, model, token),
            CasePatternSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } => InSwitch(statement, pattern, model, token),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax expression } when PatternShape.IsOfOptions(expression)
                => AddValue(expression.GoverningExpression, model, token),
            SubpatternSyntax { ExpressionColon.Expression: { } property }
                when PatternShape.IsOfOptions(whole) && !PatternShape.MatchesNull(whole)
                => [Insert(property.Span.End, ".Value")],
            _ => Wrap(pattern),
        };
    }

    private static IEnumerable<TextChange> InSwitch(
        SwitchStatementSyntax statement, SyntaxNode option, SemanticModel model, CancellationToken token)
        => PatternShape.IsOfOptions(statement) ? AddValue(statement.Expression, model, token) : Wrap(option);

    // The value is a choice in the other parts of the pattern, or null must stay apart from other options.
    private static IEnumerable<TextChange> Wrap(SyntaxNode option)
        => [Insert(option.SpanStart, "{ Value: "), Insert(option.Span.End, " }")];

    private static IEnumerable<TextChange> AddValue(ExpressionSyntax value, SemanticModel model, CancellationToken token)
    {
        // In job?.State, the last part decides: it is a choice or a choice that can be null.
        ExpressionSyntax last = value;
        while (last is ConditionalAccessExpressionSyntax access) last = access.WhenNotNull;
        string member = ChoiceType.IsNullable(model.GetTypeInfo(last, token).Type) ? "?.Value" : ".Value";
        if (CanTakeMember(value)) return [Insert(value.Span.End, member)];
        return [Insert(value.SpanStart, "("), Insert(value.Span.End, ")" + member)];
    }

    private static bool CanTakeMember(ExpressionSyntax value) => value
        is SimpleNameSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax
        or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or BaseObjectCreationExpressionSyntax
        or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression };

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);
}
