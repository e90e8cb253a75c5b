using System.Text.Json;
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

    [Fact]
    public void A_choice_is_its_key_as_text_and_is_made_of_a_key_that_a_route_or_form_gives()
    {
        Assert.Equal("busy", $"{(Choice<JobState>)JobState.Busy}");
        Assert.Equal("archived", Parse<Choice<JobState>>("archived").ToString());
        Assert.Equal(JobState.Busy, Parse<Choice<JobState>>("busy").Value);
        Assert.False(TryParse<Choice<JobState>>(""));
        Assert.False(TryParse<Choice<JobState>>(null));
        Assert.Throws<FormatException>(() => Parse<Choice<JobState>>(""));
    }

    [Fact]
    public void Choices_are_sorted_by_key_numbers_by_value_and_others_by_their_characters()
    {
        Choice<JobPriority>[] numbers = [JobPriority.High, Choice<JobPriority>.FromKey("9"), JobPriority.None, default, Choice<JobPriority>.FromKey("x")];
        Choice<JobState>[] texts = [JobState.New, JobState.Busy, JobState.InReview, Choice<JobState>.FromKey("B")];

        Assert.Equal(["", "-5", "9", "10", "x"], numbers.Order().Select(choice => choice.ToString()));
        Assert.Equal(["B", "busy", "in review", "new"], texts.Order().Select(choice => choice.Key));
        Assert.Equal(1, ((IComparable)numbers[0]).CompareTo(null));
        Assert.Throws<ArgumentException>(() => ((IComparable)numbers[0]).CompareTo("10"));
    }

    [Fact]
    public void Choices_and_options_are_keys_in_json_alone_and_as_names_of_members()
    {
        Dictionary<Choice<JobState>, int> byChoice = new() { [JobState.InReview] = 1, [Choice<JobState>.FromKey("archived")] = 2 };
        Dictionary<JobState, JobPriority> byOption = new() { [JobState.Busy] = JobPriority.High };

        Assert.Equal("""{"in review":1,"archived":2}""", JsonSerializer.Serialize(byChoice));
        Assert.Equal(byChoice, JsonSerializer.Deserialize<Dictionary<Choice<JobState>, int>>("""{"in review":1,"archived":2}"""));
        Assert.Equal("""{"busy":10}""", JsonSerializer.Serialize(byOption));
        Assert.Equal(byOption, JsonSerializer.Deserialize<Dictionary<JobState, JobPriority>>("""{"busy":10}"""));
        Assert.Equal("""["in review",null]""", JsonSerializer.Serialize<JobState?[]>([JobState.InReview, null]));
        Assert.Equal([JobState.New, null], JsonSerializer.Deserialize<JobState?[]>("""["new",null]"""));
    }

    [Fact]
    public void An_option_that_this_code_does_not_know_is_refused_where_only_the_enum_is_asked_for()
    {
        JsonException refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JobState>("\"archived\""));

        Assert.Contains("'archived' is not a key of JobState; use Choice<JobState> to keep unknown keys.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JobState>("null"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<JobState>("true"));
    }

    private static T Parse<T>(string text) where T : IParsable<T> => T.Parse(text, null);

    private static bool TryParse<T>(string? text) where T : IParsable<T> => T.TryParse(text, null, out _);
}
