using System.Reflection;
using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using JourneyApps.Schema.Naming;

namespace JourneyApps.Generator.Tests;

/// <summary>Compares the lists of reserved names with the types that they are about.</summary>
public class ReservedNames
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.FlattenHierarchy;

    [Fact]
    public void Every_member_that_a_client_inherits_is_reserved() =>
        Assert.Equal("", string.Join(' ', MembersOf(typeof(JourneyClient)).Where(name => !ReservedMembers.OnClient(name))));

    [Fact]
    public void Every_member_that_a_set_inherits_leaves_room_for_the_has_many_queries() =>
        Assert.Equal("", string.Join(' ', MembersOf(typeof(ObjectSet<,>))
            .Where(name => name.EndsWith("Of", StringComparison.Ordinal) && !ReservedMembers.OnSet(name))));

    [Fact]
    public void The_public_types_of_the_imported_namespace_are_reserved_and_no_others() => Assert.Equal(
        string.Join(' ', PublicTypes().Where(type => type.Namespace == "JourneyApps").Select(type => type.Name).Order(StringComparer.Ordinal)),
        string.Join(' ', RuntimeTypes.All.Order(StringComparer.Ordinal)));

    [Fact]
    public void A_model_named_like_a_public_type_that_is_not_imported_keeps_its_name()
    {
        string[] names = [.. PublicTypes().Where(type => type.Namespace != "JourneyApps").Select(type => type.Name).Distinct()];
        Assert.True(names.Length > 10);
        var run = Run.Of(Schemas.Of([.. names.Select(name => Schemas.Model(name))]));
        Assert.DoesNotContain(run.Findings, found => found.Id == "JA2050");
        Assert.All(names, name => Assert.Contains($"JourneyApp.{name}.g.cs", run.Sources.Keys));
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void In_the_runtimes_namespace_a_model_named_like_a_namespace_below_it_is_renamed()
    {
        string[] names = [.. typeof(JourneyClient).Assembly.GetExportedTypes().Concat(typeof(DataModel).Assembly.GetExportedTypes())
            .Select(type => type.Namespace!.Split('.'))
            .Where(parts => parts.Length > 1)
            .Select(parts => parts[1])
            .Distinct()];
        Assert.Contains("Oplog", names);
        string schema = Schemas.Of([.. names.Select(name => Schemas.Model(name))]);
        TextFile[] files = [new TextFile(Run.SchemaPath, schema)];
        var run = Run.Of(files, new BuildSettings().Property("JourneyAppsNamespace", "JourneyApps"));
        Assert.All(names, name => Assert.Contains($"JourneyApp.{name}Model.g.cs", run.Sources.Keys));
        Assert.Empty(run.Compile());
    }

    private static IEnumerable<Type> PublicTypes() => typeof(JourneyClient).Assembly.GetExportedTypes()
        .Where(type => type is { IsGenericType: false, IsNested: false });

    private static IEnumerable<string> MembersOf(Type type) => type.GetMembers(Visible)
        .Where(member => member is not ConstructorInfo and not MethodBase { IsSpecialName: true } && !IsHidden(member))
        .Select(member => member.Name)
        .Distinct();

    private static bool IsHidden(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPrivate || method.IsAssembly || method.IsFamilyAndAssembly,
        FieldInfo field => field.IsPrivate || field.IsAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).All(IsHidden),
        Type type => type.IsNestedPrivate || type.IsNestedAssembly,
        _ => false,
    };
}
