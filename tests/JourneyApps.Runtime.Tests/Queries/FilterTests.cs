using System.Text;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Objects.Queries;
using JourneyApps.Records;

namespace JourneyApps.Runtime.Tests.Queries;

public sealed class FilterTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Operators_render_in_the_platforms_words_with_positional_arguments()
    {
        Check(static j => j.Title == "a", "title = ?", "[\"a\"]");
        Check(static j => j.Title != null, "title != ?", "[null]");
        Check(static j => j.Title < "b", "title < ?", "[\"b\"]");
        Check(static j => j.Title.Contains("pu\"mp"), "title contains ?", "[\"pu\\u0022mp\"]");
        Check(static j => j.Title.StartsWith("p"), "title starts with ?", "[\"p\"]");
        Check(static j => j.Title.In("a", null), "title in ?", "[[\"a\"]]");
        Check(static j => j.Title.NotIn([]), "title not in ?", "[[]]");
        Check(static j => j.Crew >= 3, "crew >= ?", "[3]");
        Check(static j => j.Crew.In(Enumerable.Range(1, 3)), "crew in ?", "[[1,2,3]]");
        Check(static j => j.Cost <= 12.5, "cost <= ?", "[12.5]");
        Check(static j => j.Cost == 3, "cost = ?", "[3]");
        Check(static j => j.Due < Today, "due < ?", "[\"2026-11-21\"]");
        Check(static j => j.StartedAt > new DateTimeOffset(2026, 1, 1, 2, 0, 0, 900, TimeSpan.FromHours(2)), "started_at > ?", "[\"2026-01-01T00:00:00Z\"]");
        Check(static j => j.Done == true, "done = ?", "[true]");
        Check(static j => j.State == JobState.Busy, "state = ?", "[\"busy\"]");
        Check(static j => j.State != JobState.Busy, "state != ?", "[\"busy\"]");
        Check(static j => j.State == Choice<JobState>.FromKey("newer"), "state = ?", "[\"newer\"]");
        Check(static j => j.State.In(JobState.New, JobState.InReview), "state in ?", "[[\"new\",\"in review\"]]");
        Check(static j => j.Priority > JobPriority.Low, "priority > ?", "[0]");
        Check(static j => j.Priority.NotIn([JobPriority.High]), "priority not in ?", "[[10]]");
        Check(static j => j.Tags.Contains(JobTags.A), "tags contains ?", "[\"a\"]");
        Check(static j => j.Tags.ContainsAll([JobTags.A, JobTags.B]), "tags contains ?", "[[\"a\",\"b\"]]");
        Check(static j => j.Tags.ContainsAny([JobTags.A]), "tags in ?", "[[\"a\"]]");
        Check(static j => j.Tags.ContainsNone([JobTags.A]), "tags not in ?", "[[\"a\"]]");
        Check(static j => j.Tags == (ChoiceSet<JobTags>)[JobTags.B, JobTags.A], "tags = ?", "[[\"b\",\"a\"]]");
        Check(static j => j.Photo == null, "photo = ?", "[null]");
        Check(static j => j.Sign != null, "sign != ?", "[null]");
        Check(static j => j.Manual.IsNull(), "manual = ?", "[null]");
        Check(static j => j.Position != null, "position != ?", "[null]");
        Check(static j => j.Route == null, "route = ?", "[null]");
        Check(static j => j.SiteId == (Id<Site>)"S", "site_id = ?", "[\"S\"]");
        Check(static j => j.SiteId == null, "site_id = ?", "[null]");
        Check(static j => j.Id.In("1", "2"), "id in ?", "[[\"1\",\"2\"]]");
    }

    [Fact]
    public void Parentheses_stand_only_where_or_is_inside_and()
    {
        Check(static j => j.Crew == 1 && j.Crew == 2 && j.Crew == 3, "crew = ? and crew = ? and crew = ?", "[1,2,3]");
        Check(static j => j.Crew == 1 && (j.Crew == 2 && j.Crew == 3), "crew = ? and crew = ? and crew = ?", "[1,2,3]");
        Check(static j => j.Crew == 1 || j.Crew == 2 && j.Crew == 3, "crew = ? or crew = ? and crew = ?", "[1,2,3]");
        Check(static j => (j.Crew == 1 || j.Crew == 2) && j.Crew == 3, "(crew = ? or crew = ?) and crew = ?", "[1,2,3]");
        Check(static j => j.Crew == 1 && (j.Crew == 2 || j.Crew == 3 && j.Crew == 4), "crew = ? and (crew = ? or crew = ? and crew = ?)", "[1,2,3,4]");
        Check(static j => j.State == null || j.State.In(JobState.New) | j.Due.IsNull(), "state = ? or state in ? or due = ?", "[null,[\"new\"],null]");
        Check(static j => Filter.Raw("crew = ? or crew = ?", 1, 2) && j.Crew == 3, "(crew = ? or crew = ?) and crew = ?", "[1,2,3]");
        Check(static j => Filter.Raw("crew = ?", 1), "crew = ?", "[1]");
    }

    [Fact]
    public void Rendering_keeps_the_meaning_of_random_filters()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        for (int round = 0; round < 2_000; round++)
        {
            (Filter filter, Func<int, bool> meaning) = RandomFilter(random, depth: 5);
            RenderedFilter rendered = FilterRenderer.Render(filter);
            for (int bits = 0; bits < 16; bits++)
            {
                bool evaluated = new ExpressionEvaluator(rendered, bits).Evaluate();
                Assert.True(meaning(bits) == evaluated, $"seed {seed}: {rendered.Expression} at {bits}");
            }
        }
    }

    [Fact]
    public void A_filter_of_a_hundred_thousand_parts_is_rendered()
    {
        Filter filter = default(JobFields).Crew == 0;
        for (int i = 0; i < 100_000; i++)
            filter |= default(JobFields).Crew == i;

        Assert.Equal(100_001, FilterRenderer.Render(filter).Arguments.Count);
        Assert.Null(FilterRenderer.FindNullByOperator(filter));
    }

    [Fact]
    public void More_than_a_thousand_values_are_refused_with_what_to_do()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => default(JobFields).Crew.In(Enumerable.Range(0, 1001)));

        Assert.Contains("at most 1000 are allowed", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Chunk", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(default(JobFields).Crew.In(Enumerable.Range(0, 1000)));
    }

    [Fact]
    public void A_null_variable_is_told_from_a_null_that_was_meant()
    {
        string? title = null;
        Id<Site>? site = null;

        Assert.Equal("title", FilterRenderer.FindNullByOperator(new JobFields().Title == title && new JobFields().Crew == 1));
        Assert.Equal("site_id", FilterRenderer.FindNullByOperator(new JobFields().Crew == 1 || new JobFields().SiteId != site));
        Assert.Null(FilterRenderer.FindNullByOperator(new JobFields().Title.IsNull() && new JobFields().Photo == null));
    }

    [Fact]
    public void Default_ids_choices_and_tokens_are_refused_in_queries()
    {
        Assert.Throws<InvalidOperationException>(() => new JobFields().SiteId == default(Id<Site>));
        Assert.Throws<InvalidOperationException>(() => new JobFields().SiteId.In(default(Id<Site>)));
        Assert.Throws<InvalidOperationException>(() => new JobFields().State == default(Choice<JobState>));
        Assert.Throws<InvalidOperationException>(() => default(TextField) == "x");
        Assert.Throws<ArgumentException>(() => new JobFields().Cost == double.NaN);
        Assert.Throws<ArgumentException>(() => Filter.Raw("name = ?"));
    }

    [Fact]
    public void Orderable_tokens_become_sort_keys()
    {
        SortKey due = new JobFields().Due;
        SortKey updated = new JobFields().UpdatedAt;

        Assert.Equal(("due", "updated_at", "-due"), (due.Text, updated.Text, new SortKey("due", isDescending: true).Text));
    }

    private static void Check(Func<JobFields, Filter> where, string expression, string arguments)
    {
        RenderedFilter rendered = FilterRenderer.Render(where(default));
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
            RecordValue.List([.. rendered.Arguments]).WriteTo(writer);
        Assert.Equal((expression, arguments), (rendered.Expression, Encoding.UTF8.GetString(json.ToArray())));
    }

    private static (Filter Filter, Func<int, bool> Meaning) RandomFilter(Random random, int depth)
    {
        if (depth == 0 || random.Next(4) == 0)
        {
            int bit = random.Next(4);
            return (new ComparableField<int>("x") == bit, bits => (bits >> bit & 1) != 0);
        }

        (Filter left, Func<int, bool> leftMeaning) = RandomFilter(random, depth - 1);
        (Filter right, Func<int, bool> rightMeaning) = RandomFilter(random, depth - 1);
        return random.Next(2) == 0
            ? (left && right, bits => leftMeaning(bits) && rightMeaning(bits))
            : (left || right, bits => leftMeaning(bits) || rightMeaning(bits));
    }

    [Fact]
    public void In_takes_what_a_program_has_at_hand_and_leaves_nulls_out()
    {
        JobState[] states = [JobState.New, JobState.Busy];
        JobState?[] maybe = [JobState.New, null];
        Choice<JobState>?[] choices = [JobState.New, null];
        Id<Site>?[] ids = [(Id<Site>)"1", null];
        Guid[] guids = [new("42059E2E-D2A2-11E3-A9F3-001E6733FE3C")];
        List<string> texts = ["42059E2E-D2A2-11E3-A9F3-001E6733FE3C"];
        int?[] counts = [1, null];

        Check(j => j.State.In(states), "state in ?", "[[\"new\",\"busy\"]]");
        Check(j => j.State.NotIn(maybe), "state not in ?", "[[\"new\"]]");
        Check(j => j.State.In(choices), "state in ?", "[[\"new\"]]");
        Check(j => j.State.In([JobState.New, Choice<JobState>.FromKey("x")]), "state in ?", "[[\"new\",\"x\"]]");
        Check(j => j.Priority.In(new List<JobPriority> { JobPriority.High }), "priority in ?", "[[10]]");
        Check(j => j.SiteId.In(ids), "site_id in ?", "[[\"1\"]]");
        Check(j => j.SiteId.In(guids), "site_id in ?", "[[\"42059e2e-d2a2-11e3-a9f3-001e6733fe3c\"]]");
        Check(j => j.SiteId.In(texts), "site_id in ?", "[[\"42059e2e-d2a2-11e3-a9f3-001e6733fe3c\"]]");
        Check(j => j.Crew.In(counts), "crew in ?", "[[1]]");
    }

    [Fact]
    public void A_value_can_be_on_the_left()
        => Check(static j => 5 < j.Crew && null == j.Due && 9 >= j.Crew, "crew > ? and due = ? and crew <= ?", "[5,null,9]");
}
