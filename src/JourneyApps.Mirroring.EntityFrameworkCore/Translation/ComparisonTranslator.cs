using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Translation;

/// <summary>Translates <see cref="KeyComparison"/>: each side keeps the mapping of its type, and both give the key.</summary>
internal sealed class ComparisonTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource mappings) : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        if (!KeyComparison.Is(method, out bool? equal)) return null;
        SqlExpression left = Mapped(arguments[0]), right = Mapped(arguments[1]);
        return equal.Value ? sql.Equal(left, right) : sql.NotEqual(left, right);
    }

    private SqlExpression Mapped(SqlExpression expression)
        => expression.TypeMapping is null ? sql.ApplyTypeMapping(expression, mappings.FindMapping(expression.Type)) : expression;
}
