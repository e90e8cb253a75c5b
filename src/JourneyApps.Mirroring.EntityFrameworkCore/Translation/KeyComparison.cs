using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Translation;

/// <summary>Represents in a query the comparison of a choice or id with something of another type. It is translated and never
/// called.</summary>
internal static class KeyComparison
{
    private static readonly MethodInfo Equality = typeof(KeyComparison).GetMethod(nameof(AreEqual))!;
    private static readonly MethodInfo Inequality = typeof(KeyComparison).GetMethod(nameof(AreDifferent))!;

    public static bool AreEqual<TLeft, TRight>(TLeft left, TRight right) => throw Untranslated(left, right);

    public static bool AreDifferent<TLeft, TRight>(TLeft left, TRight right) => throw Untranslated(left, right);

    public static Expression Create(bool equal, Expression left, Expression right)
        => Expression.Call((equal ? Equality : Inequality).MakeGenericMethod(left.Type, right.Type), left, right);

    /// <summary>Whether a method is one of these, and which.</summary>
    public static bool Is(MethodInfo method, [NotNullWhen(true)] out bool? equal)
    {
        MethodInfo? definition = method.IsGenericMethod && method.DeclaringType == typeof(KeyComparison)
            ? method.GetGenericMethodDefinition() : null;
        equal = definition is null ? null : definition == Equality;
        return equal is not null;
    }

    private static InvalidOperationException Untranslated<TLeft, TRight>(TLeft left, TRight right)
        => new($"The comparison of {left} and {right} was not translated to SQL.");
}
