using JourneyApps.Generator.Tests.Verified;

namespace JourneyApps.Generator.Tests;

/// <summary>What the editor offers where an option is compared in a pattern. The marks show the compiler's errors.</summary>
public sealed class CodeFixes
{
    [Theory]
    [InlineData("return job.State is {|CS9135:JobState.Done|};", "return job.State?.Value is JobState.Done;")]
    [InlineData("return job.State is not {|CS9135:JobState.Done|};", "return job.State?.Value is not JobState.Done;")]
    [InlineData("return job.State is null or {|CS9135:JobState.New|};", "return job.State?.Value is null or JobState.New;")]
    [InlineData("return known is {|CS9135:JobState.Done|};", "return known.Value is JobState.Done;")]
    [InlineData("return maybe?.State is {|CS9135:JobState.Done|};", "return maybe?.State?.Value is JobState.Done;")]
    [InlineData("return job!.State!.Value is {|CS9135:JobState.Done|};", "return job!.State!.Value.Value is JobState.Done;")]
    [InlineData("return (await later) is {|CS9135:JobState.Done|};", "return (await later)?.Value is JobState.Done;")]
    [InlineData("return await later is {|CS9135:JobState.Done|};", "return (await later)?.Value is JobState.Done;")]
    [InlineData("return job.Priority is >= {|CS9135:JobPriority.High|};", "return job.Priority?.Value is >= JobPriority.High;")]
    public Task A_test_of_an_option_asks_for_the_value(string before, string after) => Test(before, after);

    [Fact]
    public Task A_test_of_several_options_asks_for_the_value_once() => Test(
        "return job.State is {|CS9135:JobState.New|} or {|CS9135:JobState.Done|};", "return job.State?.Value is JobState.New or JobState.Done;");

    [Fact]
    public Task A_switch_statement_asks_for_the_value() => Test(
        """
        switch (job.State)
        {
            case {|CS9135:JobState.New|}:
            case {|CS9135:JobState.Busy|} or {|CS9135:JobState.Done|} when job.Title != null: return 1;
            case null: return 2;
            default: return 3;
        }
        """,
        """
        switch (job.State?.Value)
        {
            case JobState.New:
            case JobState.Busy or JobState.Done when job.Title != null: return 1;
            case null: return 2;
            default: return 3;
        }
        """);

    [Fact]
    public Task A_switch_expression_asks_for_the_value() => Test(
        """
        return job.State switch { {|CS9135:JobState.New|} => 1, not ({|CS9135:JobState.Done|}) => 2, _ => 3 };
        """,
        """
        return job.State?.Value switch { JobState.New => 1, not (JobState.Done) => 2, _ => 3 };
        """);

    [Theory]
    [InlineData("return job is { State: {|CS9135:JobState.Done|}, Title: \"x\" };", "return job is { State.Value: JobState.Done, Title: \"x\" };")]
    [InlineData("return maybe is { Site.Main.State: {|CS9135:JobState.Done|} };", "return maybe is { Site.Main.State.Value: JobState.Done };")]
    [InlineData("return job is { State: not {|CS9135:JobState.Done|} };", "return job is { State: not { Value: JobState.Done } };")]
    [InlineData("return job is { State: null or {|CS9135:JobState.New|} };", "return job is { State: null or { Value: JobState.New } };")]
    [InlineData("return job is { Priority: > {|CS9135:JobPriority.Low|} };", "return job is { Priority.Value: > JobPriority.Low };")]
    [InlineData("return (job.State, job.Title) is ({|CS9135:JobState.Done|}, null);", "return (job.State, job.Title) is ({ Value: JobState.Done }, null);")]
    public Task A_nested_pattern_asks_for_the_value_and_null_stays_apart(string before, string after) => Test(before, after);

    /// <summary>The other parts of the pattern are about the choice.</summary>
    [Theory]
    [InlineData(
        "return job.State switch { {|CS9135:JobState.New|} => \"new\", { Key: var key } => key, null => null };",
        "return job.State switch { { Value: JobState.New } => \"new\", { Key: var key } => key, null => null };")]
    [InlineData(
        "switch (job.State) { case {|CS9135:JobState.New|}: return 1; case { IsKnown: false }: return 2; default: return 3; }",
        "switch (job.State) { case { Value: JobState.New }: return 1; case { IsKnown: false }: return 2; default: return 3; }")]
    [InlineData(
        "return job.State is {|CS9135:JobState.New|} or { IsKnown: false };",
        "return job.State is { Value: JobState.New } or { IsKnown: false };")]
    public Task Where_the_choice_is_used_otherwise_only_the_option_changes(string before, string after) => Test(before, after);

    [Fact]
    public Task Fix_all_changes_every_switch_and_test_of_a_file() => Test(
        """
        if (job.State is {|CS9135:JobState.New|} && job is { Priority: {|CS9135:JobPriority.Low|} }) return 0;
        switch (job.State) { case {|CS9135:JobState.New|}: return 1; case {|CS9135:JobState.Done|}: return 2; }
        switch (job.Priority) { case {|CS9135:JobPriority.Low|}: return 1; case {|CS9135:JobPriority.High|}: return 2; }
        """,
        """
        if (job.State?.Value is JobState.New && job is { Priority.Value: JobPriority.Low }) return 0;
        switch (job.State?.Value) { case JobState.New: return 1; case JobState.Done: return 2; }
        switch (job.Priority?.Value) { case JobPriority.Low: return 1; case JobPriority.High: return 2; }
        """);

    [Theory]
    [InlineData("return job.State is {|CS0029:JobPriority.Low|};")]
    [InlineData("Other other = JobState.New; return other is {|CS9135:JobState.New|};")]
    [InlineData("return job.Title is {|CS0029:JobState.Done|};")]
    public Task Nothing_is_offered_for_what_would_not_compile(string code) => Test(code, code);

    // Each edit alone can leave errors of the same switch, which the next edit has already cured.
    private static Task Test(string before, string after) => new FixedProject(before, after)
    {
        NumberOfIncrementalIterations = -20,
        NumberOfFixAllIterations = -2,
    }.RunAsync(TestContext.Current.CancellationToken);
}
