using JourneyApps.CompilerServices;

namespace JourneyApps.Runtime.Tests.ChangeTracking;

/// <summary>Sets of members, at the sizes where one word ends and the next begins: a member that is lost is a change that is not sent.</summary>
public sealed class FieldMaskTests
{
    private const int Members = 200;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(192)]
    [InlineData(193)]
    public void The_first_members_are_those_below_the_count(int count)
        => AssertIs(Enumerable.Range(0, count), FieldMask.First(count));

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(199)]
    public void A_set_of_one_member_has_this_member_only(int member)
    {
        FieldMask one = default(FieldMask).With(member);

        AssertIs([member], one);
        AssertIs([member], one.With(member));
        AssertIs([], one.Except(one));
        AssertIs([], one.Intersect(default));
        AssertIs([], default(FieldMask).Intersect(one));
        AssertIs([member], default(FieldMask).Union(one));
        AssertIs([], default(FieldMask).Except(one));
        AssertIs([member], one.Except(default));
    }

    [Fact]
    public void Adding_a_member_leaves_the_set_that_it_was_added_to()
    {
        var before = FieldMask.First(130);

        AssertIs(Enumerable.Range(0, 130).Append(131), before.With(131));
        AssertIs(Enumerable.Range(0, 130).Append(199), before.With(199));
        AssertIs(Enumerable.Range(0, 130), before);
    }

    [Fact]
    public void Random_sets_of_different_widths_agree_with_sets_of_numbers()
    {
        Random random = new(TestSeed.Next());
        for (int round = 0; round < 500; round++)
        {
            (HashSet<int> left, FieldMask leftMask) = Next(random);
            (HashSet<int> right, FieldMask rightMask) = Next(random);

            AssertIs(left, leftMask);
            AssertIs(left.Union(right), leftMask.Union(rightMask));
            AssertIs(left.Except(right), leftMask.Except(rightMask));
            AssertIs(left.Intersect(right), leftMask.Intersect(rightMask));
        }
    }

    private static (HashSet<int> Members, FieldMask Mask) Next(Random random)
    {
        int width = random.Next(1, Members);
        HashSet<int> members = [];
        FieldMask mask = default;
        for (int i = random.Next(20); i > 0; i--)
        {
            int member = random.Next(width);
            members.Add(member);
            mask = mask.With(member);
        }

        return (members, mask);
    }

    private static void AssertIs(IEnumerable<int> expected, FieldMask actual)
    {
        int[] members = [.. expected.Order()];
        Assert.Equal(members, Enumerable.Range(0, Members + 64).Where(member => actual[member]));
        Assert.Equal(members.Length, actual.Count);
        Assert.Equal(members.Length == 0, actual.IsEmpty);
    }
}
