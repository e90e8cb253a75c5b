using System.Linq.Expressions;
using JourneyApps.Mirroring.EntityFrameworkCore.Modeling;
using JourneyApps.Mirroring.EntityFrameworkCore.Saving;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Translation;

/// <summary>Prepares a query before EF Core translates it, and refuses to change rows in bulk.</summary>
internal sealed class QueryInterceptor : IQueryExpressionInterceptor
{
    public static QueryInterceptor Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (queryExpression is MethodCallExpression { Method: { Name: var name, IsGenericMethod: true } method }
            && (name.StartsWith("ExecuteUpdate", StringComparison.Ordinal) || name.StartsWith("ExecuteDelete", StringComparison.Ordinal))
            && Array.Find(method.GetGenericArguments(), Rows.IsRow) is { } row)
        {
            throw RowSavingInterceptor.Refusal(row, name.StartsWith("ExecuteUpdate", StringComparison.Ordinal) ? "Changing" : "Deleting");
        }

        return new ComparisonRewriter().Visit(queryExpression);
    }
}
