namespace JourneyApps.Generator.OtherGenerators;

/// <summary>Walks type arguments, elements, base types and properties to the names that another generator reaches.</summary>
/// <param name="project">The project. Types of other projects are skipped: they cannot name the generated types.</param>
/// <param name="depth">How much of a type the generator has to see.</param>
internal sealed class TypeWalk(IAssemblySymbol project, UseDepth depth)
{
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>Names that the compiler cannot resolve, sorted.</summary>
    public SortedSet<string> Unresolved { get; } = new(StringComparer.Ordinal);

    /// <summary>Full names of the project's own types, sorted.</summary>
    public SortedSet<string> Declared { get; } = new(StringComparer.Ordinal);

    /// <summary>Walks a type and what it reaches.</summary>
    public void Visit(ITypeSymbol type)
    {
        if (!_seen.Add(type)) return;
        if (type is IArrayTypeSymbol array)
        {
            if (depth != UseDepth.Itself) Visit(array.ElementType);
            return;
        }

        if (type is not INamedTypeSymbol named) return;
        if (depth != UseDepth.Itself || named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            foreach (ITypeSymbol argument in named.TypeArguments) Visit(argument);
        }

        if (type.TypeKind == TypeKind.Error)
        {
            Unresolved.Add(type.Name);
        }
        else if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, project))
        {
            Declared.Add(type.OriginalDefinition.ToDisplayString());
            if (depth == UseDepth.Members) Members(type);
        }
    }

    private void Members(ITypeSymbol type)
    {
        if (type.BaseType is { } parent) Visit(parent);
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol property) Visit(property.Type);
            else if (member is IFieldSymbol { IsImplicitlyDeclared: false } field) Visit(field.Type);
        }
    }
}
