using Microsoft.CodeAnalysis;

namespace JourneyApps.PublicApi.Tests;

/// <summary>A library's public face as text: a line for each type and member, in an order that does not depend on the source.</summary>
internal static class Listing
{
    private const SymbolDisplayGenericsOptions Generics =
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance;

    private const SymbolDisplayMiscellaneousOptions Nullability =
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier;

    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: Generics,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType,
        miscellaneousOptions: Nullability);

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: Generics,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: Nullability);

    /// <summary>The listing of a library: what a framework does not share is marked with the framework.</summary>
    public static string Of(string library, IReadOnlyList<string> frameworks)
    {
        List<string>[] lines = [.. frameworks.Select(framework => Library.Types(library, framework).SelectMany(Lines).ToList())];
        HashSet<string> shared = [.. lines[0]];
        shared.IntersectWith(lines[^1]);
        IEnumerable<string> own = lines.SelectMany((list, i) => list.Where(line => !shared.Contains(line)).Select(line => $"[{frameworks[i]} only] {line}"));
        return string.Join('\n', own.Concat(lines[0].Where(shared.Contains)).Select(line => line.Split('\t')[^1])) + "\n";
    }

    /// <summary>Whether a member is one that the compiler adds to every record, enumeration or delegate.</summary>
    public static bool IsImplied(ISymbol member)
        => member.IsImplicitlyDeclared
            || member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute")
            || member is IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
            || member is IMethodSymbol { IsOverride: true, Name: "Equals" or "GetHashCode" }
            || (member.ContainingType.TypeKind == TypeKind.Delegate)
            || (member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } && member.ContainingType.IsValueType);

    /// <summary>Whether using the member is an error of the compiler, which says what to write instead.</summary>
    public static bool IsRefused(ISymbol member)
        => member.GetAttributes().Any(attribute => attribute is { AttributeClass.Name: "ObsoleteAttribute", ConstructorArguments: [_, { Value: true }] });

    public static bool IsVisible(ISymbol member)
        => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    // The text before the tab only tells equal lines of different types apart.
    private static IEnumerable<string> Lines(INamedTypeSymbol type)
    {
        string name = $"{type.ContainingNamespace.ToDisplayString()}.{type.ToDisplayString(TypeFormat)}";
        yield return $"{name}\t\n{name}\t{Head(type)}";
        IEnumerable<ISymbol> members = type.GetMembers()
            .Where(member => member is not INamedTypeSymbol && IsVisible(member) && !IsImplied(member));
        IEnumerable<string> texts = type.TypeKind == TypeKind.Enum
            ? members.OfType<IFieldSymbol>().Select(field => $"{field.Name} = {field.ConstantValue}")
            : members.Select(member => (member.Name, Text: (IsRefused(member) ? "(refused) " : "") + member.ToDisplayString(MemberFormat)))
                .OrderBy(member => member.Text.StartsWith('('))
                .ThenBy(member => member.Name, StringComparer.Ordinal).ThenBy(member => member.Text, StringComparer.Ordinal).Select(member => member.Text);
        foreach (string text in texts) yield return $"{name}\t    {text}";
    }

    private static string Head(INamedTypeSymbol type)
    {
        string kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Enum } => "enum",
            { TypeKind: TypeKind.Delegate } => "delegate",
            { TypeKind: TypeKind.Struct } => type.IsReadOnly ? "readonly struct" : "struct",
            { IsStatic: true } => "static class",
            _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (type.IsRecord ? "record" : "class"),
        };
        IEnumerable<INamedTypeSymbol> bases = type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Struct || type.BaseType is null or { SpecialType: SpecialType.System_Object }
            ? []
            : [type.BaseType];
        string[] shown = [.. bases.Concat(type.Interfaces.Where(face => face.DeclaredAccessibility == Accessibility.Public)).Select(face => face.ToDisplayString(TypeFormat))];
        string hidden = IsHidden(type) ? "(hidden) " : "";
        return $"{hidden}{kind} {type.ContainingNamespace.ToDisplayString()}.{type.ToDisplayString(TypeFormat)}{(shown.Length > 0 ? " : " + string.Join(", ", shown) : "")}";
    }

    /// <summary>Whether IntelliSense does not offer it.</summary>
    public static bool IsHidden(ISymbol symbol)
        => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);
}
