using Microsoft.CodeAnalysis;

namespace JourneyApps.PublicApi.Tests;

/// <summary>What every public type and member keeps to, so that a new one cannot forget it.</summary>
public sealed class RuleTests
{
    // What users replace by doubles in their tests: unsealed, everything virtual, with a constructor for mocks.
    private static readonly string[] Mockable =
    [
        "JourneyClient", "ObjectSet", "ObjectQuery", "OplogClient", "DeploymentClient", "DeploymentUsers", "JourneyRecordSet", "RecordQuery", "JourneyMirror",
        "DatabaseMirror",
    ];

    // Base classes of generated code or of other types of the library.
    private static readonly string[] Bases = ["JourneyApiException", "JourneyCanceledException", "MirrorBuilder"];

    // Only the first one is imported into every file.
    private static readonly string[] RuntimeNamespaces =
    [
        "JourneyApps", "JourneyApps.CompilerServices", "JourneyApps.Deployments", "JourneyApps.Http", "JourneyApps.Mirroring",
        "JourneyApps.NamedOperators", "JourneyApps.Oplog", "JourneyApps.Records", "JourneyApps.Testing", "JourneyApps.Webhooks",
    ];

    private static IEnumerable<INamedTypeSymbol> All => Library.All.SelectMany(library => Library.Types(library.Name, library.Frameworks[^1]));

    private static IEnumerable<INamedTypeSymbol> Runtime => Library.Types("JourneyApps.Runtime", "net10.0");

    [Fact]
    public void A_cancellation_token_comes_last_under_its_usual_name()
        => AssertNone(Methods(All).Where(method => method.Parameters.Any(IsToken)
            && !(IsToken(method.Parameters[^1]) && method.Parameters[^1].Name == (method.MethodKind == MethodKind.Constructor ? "token" : "cancellationToken"))));

    [Fact]
    public void Whatever_waits_can_be_cancelled_and_is_called_Async()
        => AssertNone(Methods(All).Where(method => method.ReturnType.Name is "Task" or "ValueTask"
            // The token of the latter goes into the call that they are given.
            && method.Name is not ("DisposeAsync" or "WithResponseAsync")
            && !(method.Name.EndsWith("Async", StringComparison.Ordinal)
                && (method.Parameters.Any(IsToken) || method.ContainingAssembly.Name == "JourneyApps.Emulator"))));

    // Razor makes the classes of components public and does not seal them.
    [Fact]
    public void A_class_is_sealed_unless_it_is_meant_to_be_derived_or_mocked()
        => AssertNone(All.Where(type => type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false, IsAbstract: false, BaseType.Name: not "PageComponent" }
            && !Mockable.Contains(type.Name) && !Bases.Contains(type.Name)));

    // Packages of databases derive SqlDialect and MirrorDatabase.
    [Fact]
    public void What_is_abstract_cannot_be_derived_by_others_but_clients()
        => AssertNone(All.Where(type => type is { TypeKind: TypeKind.Class, IsAbstract: true, IsStatic: false, Name: not ("JourneyClient" or "SqlDialect" or "MirrorDatabase") }
            && type.InstanceConstructors.Any(Listing.IsVisible)));

    [Fact]
    public void What_is_to_be_mocked_has_only_virtual_members_and_a_constructor_for_it()
    {
        INamedTypeSymbol[] types = [.. All.Where(type => Mockable.Contains(type.Name))];
        Assert.Equal(Mockable.Order(), types.Select(type => type.Name).Order());
        AssertNone(types.Where(type => !type.InstanceConstructors.Any(constructor => constructor is { Parameters: [], DeclaredAccessibility: Accessibility.Protected })));
        // Those that are not virtual lead to one that is.
        AssertNone(types.SelectMany(type => type.GetMembers()).Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false }
            && member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
            && !(member.IsVirtual || member.IsOverride || member.IsAbstract)
            && !Listing.IsRefused(member)
            && !(member is IMethodSymbol { Name: "Dispose" or "WithCancellation" })
            && !(member is IMethodSymbol { Parameters: [{ Name: "condition" }, ..] })));
    }

    /// <summary>IntelliSense offers only what compiles, and the compiler's message is a sentence that says what to do.</summary>
    [Fact]
    public void What_is_refused_is_hidden_and_says_what_to_write_instead()
    {
        ISymbol[] refused = [.. Runtime.SelectMany(type => type.GetMembers()).Where(member => Listing.IsVisible(member) && Listing.IsRefused(member))];

        Assert.True(refused.Length > 150, $"{refused.Length} refused members");
        AssertNone(refused.Where(member => !Listing.IsHidden(member)));
        AssertNone(refused.Where(member => Sentence(member) is not { Length: > 10 } sentence || !sentence.EndsWith('.')));

        static string? Sentence(ISymbol member)
            => member.GetAttributes().Single(attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute").ConstructorArguments[0].Value as string;
    }

    [Fact]
    public void Every_exception_can_be_made_by_a_test()
        => AssertNone(Runtime.Where(type => IsException(type)
            && !type.InstanceConstructors.Any(constructor => constructor is { DeclaredAccessibility: Accessibility.Public, Parameters: [{ Type.SpecialType: SpecialType.System_String }] })));

    [Fact]
    public void The_runtime_keeps_what_generated_code_calls_in_one_namespace_and_hides_it_from_IntelliSense()
    {
        Assert.Equal(RuntimeNamespaces, Runtime.Select(type => type.ContainingNamespace.ToDisplayString()).Distinct().Order());
        AssertNone(Runtime.Where(type => type.ContainingNamespace.Name == "CompilerServices" != Listing.IsHidden(type)));
    }

    // Name lookup finds a namespace even when nothing in it is visible: in a project whose own names begin with JourneyApps, a type called Json or
    // Batches would no longer be found.
    [Fact]
    public void Below_JourneyApps_the_runtime_has_only_its_public_namespaces_and_Internal()
        => Assert.Equal(
            [.. RuntimeNamespaces.Skip(1).Append("JourneyApps.Internal").Select(name => name["JourneyApps.".Length..]).Order()],
            Library.Assembly("JourneyApps.Runtime", "net10.0").GlobalNamespace.GetNamespaceMembers().Single(place => place.Name == "JourneyApps").GetNamespaceMembers().Select(place => place.Name).Order());

    [Fact]
    public void Nothing_public_is_outside_the_namespaces_of_its_library()
        => Assert.Equal(
            RuntimeNamespaces.Concat(
            [
                "JourneyApps.Emulator", "JourneyApps.Emulator.Browser.Pages", "JourneyApps.Extensions.DependencyInjection", "JourneyApps.Mirroring.Dialects",
                "JourneyApps.Mirroring.PostgreSql", "JourneyApps.Mirroring.Sqlite", "JourneyApps.Mirroring.SqlServer", "JourneyApps.Schema", "Microsoft.EntityFrameworkCore",
                "Microsoft.Extensions.DependencyInjection",
            ]).Order(StringComparer.Ordinal),
            All.Select(type => type.ContainingNamespace.ToDisplayString()).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_field_is_public_but_constants_and_no_array_is_handed_out()
    {
        AssertNone(All.Where(type => type.TypeKind != TypeKind.Enum).SelectMany(type => type.GetMembers().OfType<IFieldSymbol>())
            .Where(field => Listing.IsVisible(field) && !field.IsConst && !field.IsStatic));
        AssertNone(All.Where(type => !Listing.IsHidden(type)).SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(property => Listing.IsVisible(property) && property.Type is IArrayTypeSymbol));
    }

    private static IEnumerable<IMethodSymbol> Methods(IEnumerable<INamedTypeSymbol> types)
        => types.Where(type => !Listing.IsHidden(type)).SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => Listing.IsVisible(method) && !Listing.IsImplied(method) && !Listing.IsRefused(method) && method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor);

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type.Name == "CancellationToken";

    private static bool IsException(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.ToDisplayString() == "System.Exception") return true;
        }

        return false;
    }

    private static void AssertNone(IEnumerable<ISymbol> offenders)
        => Assert.Equal("", string.Join('\n', offenders.Select(symbol => symbol.ToDisplayString())));
}
