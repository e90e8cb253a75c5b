using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JourneyApps.Generator.CodeFixes;

/// <summary>Recognizes <c>JourneyApps.Choice&lt;TEnum&gt;</c>.</summary>
internal static class ChoiceType
{
    /// <summary>Whether a type is a choice, or a choice that can be null, of the enum of an option.</summary>
    /// <param name="type">The type.</param>
    /// <param name="option">A member of an enum.</param>
    /// <param name="model">The semantic model of the option's file.</param>
    /// <param name="token">Cancels the call.</param>
    public static bool IsOf(ITypeSymbol? type, ExpressionSyntax option, SemanticModel model, CancellationToken token)
        => Unwrap(type) is { } choice
        && model.GetSymbolInfo(option, token).Symbol is IFieldSymbol member
        && SymbolEqualityComparer.Default.Equals(choice.TypeArguments[0], member.Type);

    /// <summary>Whether a type is a choice that can be null.</summary>
    public static bool IsNullable(ITypeSymbol? type) => type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private static INamedTypeSymbol? Unwrap(ITypeSymbol? type)
    {
        var named = type as INamedTypeSymbol;
        if (IsNullable(named)) named = named!.TypeArguments[0] as INamedTypeSymbol;
        return named is { Name: "Choice", Arity: 1, ContainingNamespace: { Name: "JourneyApps" } place }
            && place.ContainingNamespace.IsGlobalNamespace ? named : null;
    }
}
