using System.Reflection;
using JourneyApps.Schema.Naming;

namespace JourneyApps.Generator.Tests;

/// <summary>The generator's lists of names, against the types that they are about.</summary>
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
    public void Every_public_type_of_the_runtime_is_reserved() => Assert.Equal("", string.Join(
        ' ',
        typeof(JourneyClient).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "JourneyApps", IsGenericType: false, IsNested: false } && !RuntimeTypes.Contains(type.Name))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal)));

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
