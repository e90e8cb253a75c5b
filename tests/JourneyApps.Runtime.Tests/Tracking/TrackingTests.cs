using System.Text;
using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Runtime.Tests.Json;

namespace JourneyApps.Runtime.Tests.ChangeTracking;

public sealed class TrackingTests
{
    [Fact]
    public void A_setter_marks_and_an_equal_value_on_a_loaded_object_marks_nothing()
    {
        Job job = Read.One<Job>(ServerJson.Job);
        job.Title = "Wash \"Dishes\" é😀";
        job.State = JobState.Busy;
        job.Tags = [JobTags.B, JobTags.A];
        job.Position = job.Position! with { };
        job.SiteId = ServerJson.SiteId;
        job.StartedAt = new DateTimeOffset(2016, 2, 22, 16, 0, 53, TimeSpan.FromHours(2));
        Assert.False(job.HasChanges);
        Assert.NotNull(job.Site);

        job.State = JobState.New;
        job.Notes = null;
        job.SiteId = null;

        Assert.Equal(["notes", "state", "site_id"], JourneyTracking.ChangedFields(job));
        Assert.Null(job.Site);
    }

    [Fact]
    public void Null_on_an_object_that_nothing_is_known_of_is_a_change()
    {
        Job job = new(ServerJson.JobId) { Notes = null };

        Assert.Equal(["notes"], JourneyTracking.ChangedFields(job));
        Assert.Equal("""{"job":{"notes":null}}""", Begin(job, WriteKind.Update));
    }

    [Fact]
    public void Create_sends_what_is_known_update_what_changed_replace_what_has_a_value()
    {
        Job fresh = new() { Title = "x", Notes = null };
        Job loaded = Read.Job("\"title\":\"a\",\"crew\":3,\"photo_id\":\"P\"");
        loaded.Crew = null;

        Assert.Equal("""{"job":{"title":"x","notes":null}}""", Begin(fresh, WriteKind.Create));
        Assert.Equal("""{"job":{"crew":null}}""", Begin(loaded, WriteKind.Update));
        ModelWrites.Fail(loaded);
        Assert.Equal("""{"job":{"title":"a","photo_id":"P"}}""", Begin(loaded, WriteKind.Replace));
    }

    [Fact]
    public void A_failed_write_leaves_the_object_exactly_as_dirty_as_it_was()
    {
        Job job = Read.Job("\"title\":\"a\"");
        job.Title = "b";

        FieldMask sent = ModelWrites.Begin(job, WriteKind.Update);
        Assert.Equal(1, sent.Count);
        Assert.True(job.HasChanges);
        job.Crew = 5;
        ModelWrites.Fail(job);

        Assert.Equal(["title", "crew"], JourneyTracking.ChangedFields(job));
        Assert.Equal("""{"job":{"title":"b","crew":5}}""", Begin(job, WriteKind.Update));
    }

    [Fact]
    public void What_is_set_during_a_write_survives_its_answer_and_goes_with_the_next()
    {
        Job job = Read.Job("\"title\":\"a\",\"notes\":\"n\"");
        job.Title = "b";
        ModelWrites.Begin(job, WriteKind.Update);
        job.Title = "c";
        job.Crew = 1;

        ModelWrites.Complete(job, Read.Job("\"title\":\"b\",\"notes\":\"server\",\"crew\":9,\"updated_at\":\"2020-01-01T00:00:00Z\",\"display\":\"d\""));

        Assert.Equal(("c", "server", 1, "d"), (job.Title, job.Notes, job.Crew, job.Display));
        Assert.Equal(2020, job.UpdatedAt?.Year);
        Assert.Equal(["title", "crew"], JourneyTracking.ChangedFields(job));
    }

    [Fact]
    public void A_created_object_is_no_longer_new_and_a_failed_one_keeps_its_id()
    {
        Job job = new() { Title = "a" };
        Id<Job> id = job.Id;
        ModelWrites.Begin(job, WriteKind.Create);
        ModelWrites.Fail(job);
        Assert.True(job.IsNew);
        Assert.Equal(id, job.Id);

        ModelWrites.Begin(job, WriteKind.Create);
        ModelWrites.Complete(job, Read.Job("\"title\":\"a\""));

        Assert.False(job.IsNew);
        Assert.False(job.HasChanges);
        Assert.Equal(id, job.Id);
    }

    [Fact]
    public void A_second_write_of_an_object_waits_for_the_first()
    {
        Job job = new() { Title = "a" };
        ModelWrites.Begin(job, WriteKind.Create);

        InvalidOperationException fault = Assert.Throws<InvalidOperationException>(() => ModelWrites.Begin(job, WriteKind.Create));
        Assert.Contains($"{job.Id} is in progress", fault.Message, StringComparison.Ordinal);
    }

    // What is not known counts as changed when it is set, and is missing in a replace.
    [Fact]
    public void What_an_answer_or_a_refresh_says_of_a_partial_object_is_known()
    {
        Job written = new(ServerJson.JobId) { Title = "a" }, refreshed = new(ServerJson.JobId) { Title = "a" };
        ModelWrites.Begin(written, WriteKind.Update);
        ModelWrites.Complete(written, Read.Job("\"title\":\"a\",\"crew\":1"));
        ModelWrites.Refresh(refreshed, Read.Job("\"title\":\"b\",\"crew\":1"));

        written.Crew = refreshed.Crew = 1;

        Assert.Empty(JourneyTracking.ChangedFields(written));
        Assert.Equal(["title"], JourneyTracking.ChangedFields(refreshed));
        Assert.Contains("\"crew\":1", Begin(written, WriteKind.Replace), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_reading_says_whether_a_replace_would_clear_what_this_code_does_not_know()
    {
        Job job = Read.Job("\"title\":\"a\"");

        ModelWrites.Refresh(job, Read.Job("\"title\":\"a\",\"newer\":1"));
        Assert.Equal("newer", ((IModel<Job>)job).State.UnknownMember);

        ModelWrites.Refresh(job, Read.Job("\"title\":\"a\""));
        Assert.Null(((IModel<Job>)job).State.UnknownMember);
    }

    [Fact]
    public void After_a_batch_an_object_is_clean_and_stale_and_its_upload_is_sent()
    {
        Job job = Read.Job("\"title\":\"a\"");
        var upload = Photo.FromBytes(new byte[] { 1 }, "a.jpg");
        job.Photo = upload;
        FieldMask mask = ModelWrites.Begin(job, WriteKind.Update);

        ModelWrites.CompleteUnread(job, mask);

        Assert.False(job.HasChanges);
        Assert.True(job.IsStale);
        Assert.Equal(AttachmentState.Sent, job.Photo?.State);
        Assert.Equal(AttachmentState.Upload, upload.State);

        ModelWrites.Refresh(job, Read.Job("\"title\":\"a\",\"photo_id\":\"P\""));
        Assert.False(job.IsStale);
        Assert.Equal("P", job.Photo?.Id);
    }

    [Fact]
    public void A_write_whose_answer_is_read_ends_that_the_object_is_stale()
    {
        Job job = Read.Job("\"title\":\"a\"");
        job.Title = "b";
        ModelWrites.Begin(job, WriteKind.Update);
        ModelWrites.CompleteUnread(job, default);
        Assert.True(job.IsStale);

        job.Title = "c";
        ModelWrites.Begin(job, WriteKind.Update);
        Assert.True(job.IsStale);
        ModelWrites.Complete(job, Read.Job("\"title\":\"c\""));

        Assert.False(job.IsStale);
        Assert.Equal("""{"job":{}}""", Begin(job, WriteKind.Update));
    }

    [Fact]
    public void Equal_values_during_a_write_are_not_sent_again()
    {
        Job job = Read.Job("\"title\":\"a\",\"crew\":1");
        job.Title = "b";
        ModelWrites.Begin(job, WriteKind.Update);
        job.Title = "b";
        job.Crew = 1;
        ModelWrites.Complete(job, Read.Job("\"title\":\"b\",\"crew\":1"));

        Assert.False(job.HasChanges);
        Assert.Empty(JourneyTracking.ChangedFields(job));
    }

    [Fact]
    public void A_refresh_leaves_changed_fields_alone()
    {
        Job job = Read.Job("\"title\":\"a\",\"crew\":1");
        job.Title = "mine";

        ModelWrites.Refresh(job, Read.Job("\"title\":\"b\",\"crew\":2"));

        Assert.Equal(("mine", 2), (job.Title, job.Crew));
        Assert.Equal(["title"], JourneyTracking.ChangedFields(job));
    }

    [Fact]
    public void A_related_object_stays_while_its_id_does()
    {
        Job job = Read.One<Job>(ServerJson.Job);
        Site? site = job.Site;
        job.Title = "b";
        ModelWrites.Begin(job, WriteKind.Update);
        ModelWrites.Complete(job, Read.Job($"\"title\":\"b\",\"site_id\":\"{ServerJson.SiteId}\""));
        ModelWrites.Refresh(job, Read.Job($"\"title\":\"b\",\"site_id\":\"{ServerJson.SiteId}\""));
        Assert.NotNull(site);
        Assert.Same(site, job.Site);

        ModelWrites.Refresh(job, Read.Job("\"site_id\":\"another\""));
        Assert.Equal("another", job.SiteId?.Value);
        Assert.Null(job.Site);
    }

    [Fact]
    public void Accepted_changes_are_not_sent_and_stay_known()
    {
        Job job = Read.Job("\"title\":\"a\"");
        job.Title = "b";

        JourneyTracking.AcceptChanges(job);

        Assert.False(job.HasChanges);
        Assert.Equal("b", job.Title);
        Assert.Contains("\"title\":\"b\"", Begin(job, WriteKind.Replace), StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_are_equal_by_reference_and_say_what_they_are()
    {
        Job first = Read.One<Job>(ServerJson.Job);
        Job second = Read.One<Job>(ServerJson.Job);

        Assert.NotEqual(first, second);
        Assert.Equal($"job {ServerJson.JobId} (Wash Dishes)", first.ToString());
        Assert.Equal($"job {ServerJson.JobId}", new Job(ServerJson.JobId).ToString());
    }

    [Fact]
    public void Random_setting_and_writing_keeps_to_the_rules()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        for (int round = 0; round < 300; round++)
            RunRandomly(random, seed);
    }

    /// <summary>An object of 130 fields beside a plain model of what its tracking should say.</summary>
    private static void RunRandomly(Random random, int seed)
    {
        Wide wide = Read.One<Wide>("""{"id":"1"}""");
        int?[] server = new int?[130];
        int?[] mine = new int?[130];
        HashSet<int> changed = [], sent = [];
        bool writing = false;
        for (int step = 0; step < 60; step++)
        {
            switch (random.Next(4))
            {
                case 0 or 1:
                    int field = random.Next(130);
                    int? value = random.Next(3) == 0 ? null : random.Next(3);
                    typeof(Wide).GetProperty($"F{field}")!.SetValue(wide, value);
                    if (mine[field] != value)
                        changed.Add(field);
                    mine[field] = value;
                    break;
                case 2 when !writing:
                    ModelWrites.Begin(wide, WriteKind.Update);
                    (sent, changed, writing) = (changed, [], true);
                    break;
                case 3 when writing && random.Next(2) == 0:
                    ModelWrites.Fail(wide);
                    changed.UnionWith(sent);
                    (sent, writing) = ([], false);
                    break;
                case 3 when writing:
                    foreach (int index in sent)
                        server[index] = changed.Contains(index) ? 77 : mine[index];
                    server[random.Next(130)] = 99;
                    ModelWrites.Complete(wide, Answer(server));
                    for (int i = 0; i < 130; i++)
                        mine[i] = changed.Contains(i) ? mine[i] : server[i];
                    (sent, writing) = ([], false);
                    break;
            }

            IEnumerable<string> expected = changed.Union(sent).Order().Select(static i => $"f{i}");
            Assert.True(expected.SequenceEqual(JourneyTracking.ChangedFields(wide)), $"seed {seed}");
        }

        for (int i = 0; i < 130; i++)
            Assert.True(Equals(mine[i], typeof(Wide).GetProperty($"F{i}")!.GetValue(wide)), $"seed {seed}, field {i}");
    }

    private static Wide Answer(int?[] values) =>
        Read.One<Wide>($$"""{"id":"1",{{string.Join(",", values.Select(static (value, i) => $"\"f{i}\":{value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}"))}}}""");

    private static string Begin(Job job, WriteKind kind)
    {
        using JsonBody body = new();
        ModelJson.WriteWrapped(job, ModelWrites.Begin(job, kind), kind, body);
        return Encoding.UTF8.GetString(body.Output.Written);
    }
}
