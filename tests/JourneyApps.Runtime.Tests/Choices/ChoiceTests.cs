using Acme.Field;
using JourneyApps.Runtime.Tests.Json;

namespace JourneyApps.Runtime.Tests.Choices;

public sealed class ChoiceTests
{
    [Fact]
    public void An_enum_member_is_a_choice_with_key_and_label()
    {
        Choice<JobState> choice = JobState.InReview;

        Assert.Equal(("in review", "In \"review\" é", JobState.InReview, true), (choice.Key, choice.Display, choice.Value, choice.IsKnown));
        Assert.True(choice == JobState.InReview);
        Assert.True(choice != JobState.New);
    }

    [Fact]
    public void Whole_number_keys_are_the_enums_values()
    {
        Choice<JobPriority> choice = JobPriority.None;
        Choice<JobRatings> huge = JobRatings.Huge;

        Assert.Equal(("-5", "None"), (choice.Key, choice.Display));
        Assert.Equal(("3000000000", JobRatings.Huge), (huge.Key, huge.Value));
    }

    [Theory]
    [InlineData("\"state\":{\"key\":\"archived\",\"display\":\"Archived\"}", "archived", "Archived")]
    [InlineData("\"state\":{\"display\":\"Archived\",\"key\":\"archived\"}", "archived", "Archived")]
    [InlineData("\"state\":\"archived\"", "archived", null)]
    [InlineData("\"state\":{\"key\":\"\",\"display\":\"\"}", "", "")]
    [InlineData("\"state\":{\"key\":\"a\\u0062\\n\"}", "ab\n", null)]
    [InlineData("\"state\":{\"key\":\"BUSY\"}", "BUSY", null)]
    [InlineData("\"state\":{\"key\":17}", "17", null)]
    public void A_key_that_this_code_does_not_know_is_kept(string json, string key, string? display)
    {
        Choice<JobState>? state = Read.Job(json).State;

        Assert.NotNull(state);
        Assert.Equal((key, display, null, false), (state.Value.Key, state.Value.Display, state.Value.Value, state.Value.IsKnown));
    }

    [Fact]
    public void A_label_changed_on_the_server_is_the_servers()
    {
        Job job = Read.Job("\"state\":{\"key\":\"busy\",\"display\":\"Occupied\"}");

        Assert.Equal("Occupied", job.State?.Display);
        Assert.Equal(JobState.Busy, job.State?.Value);
        Assert.True(job.State == JobState.Busy);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("10.0")]
    [InlineData("1e1")]
    [InlineData("\"10\"")]
    public void A_whole_number_key_is_known_however_it_is_written(string json) =>
        Assert.Equal(JobPriority.High, Read.Job($"\"priority\":{json}").Priority?.Value);

    [Fact]
    public void Equality_is_by_key()
    {
        Choice<JobState>? first = Read.Job("\"state\":{\"key\":\"x\",\"display\":\"One\"}").State;
        Choice<JobState>? second = Read.Job("\"state\":{\"key\":\"x\",\"display\":\"Two\"}").State;

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(first, Choice<JobState>.FromKey("x"));
        Assert.NotEqual(first, Choice<JobState>.FromKey("X"));
    }

    [Fact]
    public void A_choice_without_a_value_has_no_key_and_an_undefined_member_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => default(Choice<JobState>).Key);
        Assert.Equal("", default(Choice<JobState>).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => (Choice<JobState>)(JobState)99);
        Assert.Equal("99", ((Choice<JobPriority>)(JobPriority)99).Key);
    }

    [Fact]
    public void A_set_is_ordered_and_immutable_and_holds_each_choice_once()
    {
        ChoiceSet<JobTags> set = [JobTags.B, JobTags.A, JobTags.B];
        ChoiceSet<JobTags> more = set.With(JobTags.C).Without(JobTags.B);

        Assert.Equal([JobTags.B, JobTags.A], set);
        Assert.Equal([JobTags.A, JobTags.C], more);
        Assert.Same(set, set.With(JobTags.A));
        Assert.True(set.Contains(JobTags.A));
        Assert.NotEqual(set, (ChoiceSet<JobTags>)[JobTags.A, JobTags.B]);
        Assert.Equal(set, (ChoiceSet<JobTags>)[JobTags.B, JobTags.A]);
        Assert.Throws<ArgumentException>(() => { ChoiceSet<JobTags> bad = [default]; });
    }
}
