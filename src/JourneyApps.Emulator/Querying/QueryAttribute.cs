using JourneyApps.Emulator.Models;

namespace JourneyApps.Emulator.Querying;

/// <summary>What a comparison looks at.</summary>
/// <param name="Name">Its name in a query, with <c>_id</c> for links.</param>
/// <param name="Source">Where it is stored.</param>
/// <param name="Member">The member; <see langword="null"/> for the id and the time of change.</param>
internal sealed record QueryAttribute(string Name, QueryAttributeSource Source, Member? Member)
{
    public static QueryAttribute Id { get; } = new("id", QueryAttributeSource.Id, null);

    public static QueryAttribute UpdatedAt { get; } = new("updated_at", QueryAttributeSource.UpdatedAt, null);

    public static QueryAttribute Of(Member member) => new(member.Kind == MemberKind.Link ? member.Key : member.Name, QueryAttributeSource.Member, member);

    /// <summary>Whether the attribute holds several values.</summary>
    public bool IsList => Member?.Kind is MemberKind.Choices or MemberKind.IntegerChoices;
}
