using System.Reflection;

namespace JourneyApps.IntelliSense.Tests;

/// <summary>
/// The completion list after a dot in the project that generates the models, and its documentation. Editors ignore
/// <c>[EditorBrowsable]</c> on members of the project itself, so members for the runtime must not be public there.
/// </summary>
public sealed class Completion
{
    private static readonly string[] OfEveryObject = ["Equals", "GetHashCode", "GetType", "ToString"];

    [Fact]
    public async Task An_object_offers_its_fields_its_links_and_the_members_of_every_object()
    {
        var offered = await Editor.OfferedAt("job.");

        string[] fields =
        [
            "Title", "Notes", "Count", "Cost", "Due", "StartedAt", "Done", "Urgent", "State", "Grade", "Tags", "Levels", "Where", "Path", "Photo",
            "SignOff", "Report", "SiteId", "AssigneeId", "ReviewerId", "Site", "Assignee", "Reviewer",
        ];
        string[] metadata = ["Id", "UpdatedAt", "Display", "IsNew", "HasChanges", "IsStale"];
        AssertSame([.. fields, .. metadata, .. OfEveryObject], offered);
    }

    [Theory]
    [InlineData("Title", "string? Job.Title { get; set; }", "Title. title, text.")]
    [InlineData("StartedAt", "System.DateTimeOffset? Job.StartedAt { get; set; }", "Started at. started_at, datetime, UTC, whole seconds.")]
    [InlineData("Urgent", "bool? Job.Urgent { get; set; }", "Urgent. urgent, boolean: Urgent; Normal.")]
    [InlineData("State", "Choice<JobState>? Job.State { get; set; }", "State. state, single-choice: New; Busy; Done.")]
    [InlineData("Where", "Location? Job.Where { get; set; }", "Where. where, location: degrees, metres.")]
    [InlineData("Photo", "Photo? Job.Photo { get; set; }", "Picture. photo, photo.")]
    [InlineData("SiteId", "Id<Site>? Job.SiteId { get; set; }", "Id of Job.Site (site_id).")]
    [InlineData("Site", "Site? Job.Site { get; }", "The Job.Site of site, filled by Include; set Job.SiteId to change it.")]
    public async Task Each_member_says_its_type_and_its_label(string member, string signature, string documentation)
    {
        var offered = await Editor.OfferedAt("job.");

        Assert.Equal([signature, documentation], offered[member].Split('\n'));
    }

    [Fact]
    public async Task An_enum_offers_the_options_with_their_labels()
    {
        var offered = await Editor.OfferedAt("JobGrade.");

        AssertSame(["Low", "High", "Top", "Beyond"], offered);
        Assert.Equal(["JobGrade.Beyond = 3000000000", "Beyond."], offered["Beyond"].Split('\n'));
    }

    [Fact]
    public async Task The_client_offers_the_sets()
    {
        var offered = await Editor.OfferedAt("app.");

        AssertSame(["Users", "Sites", "Jobs", "TaskModels", "Markers"], Without(offered, typeof(JourneyClient)));
        Assert.Equal(["JobSet JourneyApp.Jobs { get; }", "All objects of Job (job)."], offered["Jobs"].Split('\n'));
    }

    [Fact]
    public async Task A_set_offers_the_objects_that_belong_to_one_of_its_own()
    {
        var offered = await Editor.OfferedAt("app.Users.");

        // The editor offers await because awaiting a set is refused with a sentence.
        AssertSame(["JobsOf", "ReviewsOf", "ReportsOf", "await"], Without(offered, typeof(ObjectSet<,>)));
        Assert.EndsWith("The Job objects whose reviewer_id is the parent's id (reviews).", offered["ReviewsOf"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_condition_come_the_fields_with_their_labels()
    {
        var offered = await Editor.OfferedAt("app.Jobs.Where(j => j.");

        AssertSame(
            [
                "Id", "UpdatedAt", "Title", "Notes", "Count", "Cost", "Due", "StartedAt", "Done", "Urgent", "State", "Grade", "Tags", "Levels", "Where",
                "Path", "Photo", "SignOff", "Report", "SiteId", "AssigneeId", "ReviewerId", "Site", "Assignee", "Reviewer", .. OfEveryObject,
            ],
            offered);
        Assert.Equal(["FileField<Photo> JobFields.Photo { get; }", "Picture."], offered["Photo"].Split('\n'));
    }

    [Theory]
    [InlineData("app.Jobs.Where(j => j.Title.", "!= < <= == > >= Contains In IsNotNull IsNull NotIn StartsWith")]
    [InlineData("app.Jobs.Where(j => j.State.", "!= == In In<> IsNotNull IsNull NotIn NotIn<>")]
    [InlineData("app.Jobs.Where(j => j.Tags.", "!= == Contains ContainsAll ContainsAny ContainsNone IsNotNull IsNull")]
    [InlineData("app.Jobs.Where(j => j.Path.", "!= == IsNotNull IsNull")]
    public async Task A_field_in_a_condition_offers_the_comparisons_of_its_type(string line, string expected)
    {
        var offered = await Editor.OfferedAt(line);

        // What hides Equals and GetHashCode cannot hide these two.
        AssertSame([.. expected.Split(' '), "GetType", "ToString"], offered);
    }

    [Fact]
    public async Task The_class_offers_only_the_method_that_chooses_an_id() =>
        AssertSame(["New", "Equals", "ReferenceEquals"], await Editor.OfferedAt("Job."));

    [Fact]
    public async Task Between_the_braces_of_a_new_object_come_the_fields_that_can_be_set()
    {
        var offered = await Editor.OfferedAt("_ = new Job { ");

        Assert.Contains("Title", offered);
        Assert.Contains("SiteId", offered);
        Assert.Empty(offered.Keys.Intersect(["Id", "UpdatedAt", "Display", "HasChanges"]));
    }

    [Theory]
    [InlineData("job.")]
    [InlineData("Job.")]
    [InlineData("JobState.")]
    [InlineData("app.")]
    [InlineData("app.Jobs.")]
    [InlineData("app.Jobs.Where(j => j.")]
    [InlineData("app.Jobs.Where(j => j.Title.")]
    [InlineData("app.Jobs.Where(j => j.Done).")]
    [InlineData("app.Mirror(m => m.")]
    [InlineData("job.State?.")]
    [InlineData("job.Tags?.")]
    [InlineData("job.SiteId?.")]
    [InlineData("job.Photo?.")]
    public async Task Whatever_is_offered_is_documented(string line)
    {
        var offered = await Editor.OfferedAt(line);

        string[] ofTheFramework = [.. OfEveryObject, "ReferenceEquals", "GetEnumerator"];
        Assert.NotEmpty(offered);
        Assert.Equal("", string.Join(' ', offered.Where(item => !item.Value.Contains('\n', StringComparison.Ordinal)).Select(item => item.Key).Except(ofTheFramework)));
    }

    private static void AssertSame(IEnumerable<string> expected, IReadOnlyDictionary<string, string> offered) => AssertSame(expected, offered.Keys);

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> offered) =>
        Assert.Equal(string.Join(' ', expected.Order(StringComparer.Ordinal)), string.Join(' ', offered.Order(StringComparer.Ordinal)));

    // What the runtime's class has is that class's own affair.
    private static IEnumerable<string> Without(IReadOnlyDictionary<string, string> offered, Type type) => offered.Keys
        .Select(name => name.Replace("<>", "", StringComparison.Ordinal))
        .Except(type.GetMembers(BindingFlags.Public | BindingFlags.Instance).Select(member => member.Name));
}
