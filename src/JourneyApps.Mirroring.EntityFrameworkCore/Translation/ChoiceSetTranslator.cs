using System.Reflection;
using JourneyApps.Mirroring.EntityFrameworkCore.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Translation;

/// <summary>Translates <see cref="ChoiceSet{TEnum}.Contains"/> on PostgreSQL and SQLite.</summary>
internal sealed class ChoiceSetTranslator(
    ISqlExpressionFactory sql, IRelationalTypeMappingSource mappings, bool hasArrays, bool isSqlite) : IMethodCallTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance,
        MethodInfo method,
        IReadOnlyList<SqlExpression> arguments,
        IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        if (instance is null || method.Name != nameof(ChoiceSet<>.Contains)
            || method.DeclaringType is not { IsConstructedGenericType: true } type
            || type.GetGenericTypeDefinition() != typeof(ChoiceSet<>))
        {
            return null;
        }

        Type option = type.GenericTypeArguments[0];
        SqlExpression key = arguments[0].TypeMapping is null
            ? sql.ApplyTypeMapping(arguments[0], mappings.FindMapping(typeof(Choice<>).MakeGenericType(option)))
            : arguments[0];
        return hasArrays ? sql.IsNotNull(Position(instance, key))
            : !isSqlite ? null
            : OptionEnums.HasIntegerKeys(option) ? ContainsNumber(instance, key)
            : IsPositive(Function("instr", typeof(int), instance, Function("json_quote", typeof(string), key)));
    }

    // Null also if the key is not in the array, so it must not be taken for a test of the arguments.
    private SqlExpression Position(SqlExpression set, SqlExpression key)
        => sql.Function("array_position", [set, key], nullable: true, [false, false], typeof(int));

    /// <summary>Whether <c>,1,3,</c> contains <c>,3,</c>.</summary>
    private SqlExpression ContainsNumber(SqlExpression set, SqlExpression key)
    {
        SqlExpression keys = Function("trim", typeof(string), set, Literal("[]"));
        return IsPositive(Function("instr", typeof(int), Enclosed(keys), Enclosed(sql.Convert(key, typeof(string)))));
    }

    private SqlExpression Enclosed(SqlExpression text) => sql.Add(sql.Add(Literal(","), text), Literal(","));

    private SqlExpression IsPositive(SqlExpression number) => sql.GreaterThan(number, sql.Constant(0));

    private SqlExpression Literal(string text) => sql.Constant(text, mappings.FindMapping(typeof(string)));

    private SqlExpression Function(string name, Type type, params SqlExpression[] arguments)
        => sql.Function(
            name, arguments, nullable: true, Array.ConvertAll(arguments, static _ => true), type, mappings.FindMapping(type));
}
