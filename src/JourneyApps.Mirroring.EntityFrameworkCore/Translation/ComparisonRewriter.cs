using System.Linq.Expressions;
using System.Reflection;
using JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Translation;

/// <summary>Rewrites comparisons such as <c>job.State == JobState.Busy</c> and <c>job.State.Value.Value == JobState.Busy</c>, in which C#
/// converts the option to a choice or both sides to numbers, to a comparison of the column with the key.</summary>
internal sealed class ComparisonRewriter : ExpressionVisitor
{
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual)) return base.VisitBinary(node);
        bool equal = node.NodeType == ExpressionType.Equal;
        return Compare(equal, node.Left, node.Right) ?? Compare(equal, node.Right, node.Left) ?? base.VisitBinary(node);
    }

    private Expression? Compare(bool equal, Expression column, Expression other)
    {
        Expression left = WithoutLifting(column);
        if (IsValueOfChoice(left, out Expression? choice) && OptionOf(other, choice.Type.GenericTypeArguments[0]) is { } option)
        {
            return KeyComparison.Create(equal, Visit(choice), option);
        }

        return IsOfKeyType(left.Type) && Converted(other) is { } operand && operand.Type != left.Type
            ? KeyComparison.Create(equal, Visit(left), Visit(operand))
            : null;
    }

    /// <summary>The operand of <c>(Choice&lt;T&gt;)option</c>, made nullable or not.</summary>
    private static Expression? Converted(Expression node)
        => WithoutLifting(node) is UnaryExpression { NodeType: ExpressionType.Convert, Method: { Name: "op_Implicit" } method } convert
            && IsOfKeyType(method.ReturnType) && OptionEnums.IsOptionEnum(convert.Operand.Type)
            ? convert.Operand
            : null;

    /// <summary>The option that C# converted to a number; null for null and for another column.</summary>
    private static Expression? OptionOf(Expression node, Type option)
    {
        while (node is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert) node = convert.Operand;
        return node switch
        {
            ConstantExpression { Value: { } value } when value.GetType() == option => Expression.Constant(value, option),
            ConstantExpression { Value: int or long } constant => Expression.Constant(Enum.ToObject(option, constant.Value), option),
            _ when node.Type == option && node is not MemberExpression => node,
            _ => null,
        };
    }

    private static bool IsValueOfChoice(Expression node, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Expression? choice)
    {
        while (node is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert) node = convert.Operand;
        // The value of the nullable option, if the query takes it.
        if (node is MemberExpression { Member.Name: "Value", Expression: MemberExpression inner }
            && Nullable.GetUnderlyingType(inner.Type) is { IsEnum: true })
        {
            node = inner;
        }

        choice = node is MemberExpression { Member: PropertyInfo { Name: "Value" }, Expression: { } of } && IsChoice(of.Type) ? of : null;
        return choice is not null;
    }

    private static Expression WithoutLifting(Expression node)
    {
        while (node is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert
            && Nullable.GetUnderlyingType(convert.Type) == convert.Operand.Type)
        {
            node = convert.Operand;
        }

        return node;
    }

    private static bool IsChoice(Type type) => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Choice<>);

    private static bool IsOfKeyType(Type type) => IsChoice(Nullable.GetUnderlyingType(type) ?? type);
}
