using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Translation;

/// <summary>Translates the text of an id, and the key and the option of a choice.</summary>
internal sealed class KeyMemberTranslator(ISqlExpressionFactory sql, IRelationalTypeMappingSource mappings) : IMemberTranslator
{
    public SqlExpression? Translate(
        SqlExpression? instance, MemberInfo member, Type returnType, IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        if (instance is null || member.DeclaringType is not { IsConstructedGenericType: true } type) return null;
        Type definition = type.GetGenericTypeDefinition();
        return (definition == typeof(Id<>) && member.Name == nameof(Id<>.Value))
            || (definition == typeof(Choice<>) && member.Name == nameof(Choice<>.Key)) ? Read(instance, typeof(string))
            : definition != typeof(Choice<>) ? null
            : member.Name == nameof(Choice<>.Value)
                ? sql.Case([new(IsKnown(instance, type), Read(instance, type.GenericTypeArguments[0]))], null)
            : member.Name == nameof(Choice<>.IsKnown) ? IsKnown(instance, type)
            : null;
    }

    /// <summary>The same value as another type.</summary>
    private SqlUnaryExpression Read(SqlExpression instance, Type type)
        => new(ExpressionType.Convert, instance, type, mappings.FindMapping(type)!);

    private SqlExpression IsKnown(SqlExpression instance, Type choice)
    {
        Type option = choice.GenericTypeArguments[0];
        RelationalTypeMapping mapping = mappings.FindMapping(option)!;
        SqlExpression[] options = [.. Enum.GetValues(option).Cast<object>().Distinct().Select(value => sql.Constant(value, mapping))];
        return sql.In(instance, options);
    }
}
