namespace JourneyApps.Generator.Usage;

/// <summary>Recognizes types of the runtime, and generated types by what they derive from. Types of other projects are recognized
/// too.</summary>
internal static class KnownTypes
{
    private static readonly HashSet<string> Tokens =
    [
        "TextField", "BooleanField", "IdField", "ChoiceField", "IntegerChoiceField", "ChoiceSetField", "ComparableField", "FileField",
        "PresenceField", "LinkField",
    ];

    /// <summary>Whether a type is a field token, by which queries name a field.</summary>
    public static bool IsToken(ITypeSymbol? type)
        => type is { TypeKind: TypeKind.Struct } && Tokens.Contains(type.Name) && IsOfRuntime(type);

    /// <summary>Whether a type is the token of a relationship.</summary>
    public static bool IsLink(ITypeSymbol? type) => type is { TypeKind: TypeKind.Struct, Name: "LinkField" } && IsOfRuntime(type);

    /// <summary>Whether a type is a query.</summary>
    public static bool IsQuery(ITypeSymbol? type) => type is { Name: "ObjectQuery" } && IsOfRuntime(type);

    /// <summary>Whether a type is a choice, also one that can be null.</summary>
    public static bool IsChoice(ITypeSymbol? type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? IsChoice(nullable.TypeArguments[0])
            : type is { TypeKind: TypeKind.Struct, Name: "Choice" } && IsOfRuntime(type);

    /// <summary>Whether a type is the set of a model.</summary>
    public static bool IsSet(ITypeSymbol? type) => BaseOf(type, "ObjectSet") is not null;

    /// <summary>Whether a type is a client.</summary>
    public static bool IsClient(ITypeSymbol? type) => BaseOf(type, "JourneyClient") is not null;

    /// <summary>Whether a type is a generated model.</summary>
    public static bool IsModel(ITypeSymbol type) => type.AllInterfaces.Any(static implemented => implemented is
    {
        Name: "IModel",
        ContainingNamespace: { Name: "CompilerServices", ContainingNamespace.Name: "JourneyApps" },
    });

    /// <summary>The model of a set; <see langword="null"/> for any other type.</summary>
    public static ITypeSymbol? ModelOf(ITypeSymbol? set) => BaseOf(set, "ObjectSet")?.TypeArguments[0];

    private static INamedTypeSymbol? BaseOf(ITypeSymbol? type, string name)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current.Name == name && IsOfRuntime(current)) return current;
        }

        return null;
    }

    private static bool IsOfRuntime(ITypeSymbol type)
        => type.ContainingNamespace is { Name: "JourneyApps", ContainingNamespace.IsGlobalNamespace: true };
}
