using System.Text.Json;
using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Values.Json;
using JourneyApps.Testing;

namespace JourneyApps.Runtime.Tests.Json;

public sealed class ReadingTests
{
    [Fact]
    public void Every_field_type_is_read()
    {
        Job job = Read.One<Job>(ServerJson.Job);

        Assert.Equal(ServerJson.JobId, job.Id.Value);
        Assert.Equal(new DateTimeOffset(2015, 2, 5, 8, 17, 1, TimeSpan.Zero), job.UpdatedAt);
        Assert.Equal("Wash Dishes", job.Display);
        Assert.Equal("Wash \"Dishes\" é😀", job.Title);
        Assert.Equal("", job.Notes);
        Assert.Equal(7, job.Crew);
        Assert.Equal(12.5, job.Cost);
        Assert.Equal(new DateOnly(2016, 2, 27), job.Due);
        Assert.Equal(new DateTimeOffset(2016, 2, 22, 14, 0, 53, TimeSpan.Zero), job.StartedAt);
        Assert.True(job.Done);
        Assert.Equal(JobState.Busy, job.State?.Value);
        Assert.Equal(JobPriority.High, job.Priority?.Value);
        Assert.Equal([JobTags.B, JobTags.A], job.Tags);
        Assert.Equal([JobRatings.Huge], job.Ratings);
        Assert.Equal(
            new Location(-33.913147447989644, 0, null, 4.5, null, new DateTimeOffset(2013, 2, 22, 14, 0, 53, TimeSpan.Zero)), job.Position);
        Assert.Equal(ServerJson.PhotoId, job.Photo?.Id);
        Assert.Equal(AttachmentState.Uploaded, job.Photo?.State);
        Assert.Equal("https://run.example.com/t/p.jpg?sha=9b16", job.Photo?.ThumbnailUrl);
        Assert.Equal(AttachmentState.Pending, job.Sign?.State);
        Assert.Equal("2b6a1c1e-0000-4000-8000-000000000002", job.Manual?.Id);
        Assert.Equal("https://x/p", job.Manual?.UrlOf("preview"));
        Assert.Equal("""[[1,2.50],{"a":"b"}]""", job.Route?.Json);
        Assert.Equal(ServerJson.SiteId, job.SiteId?.Value);
        Assert.Equal("North", job.Site?.Name);
        Assert.Null(job.ParentId);
        Assert.False(job.IsNew);
        Assert.False(job.HasChanges);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7.0", 7)]
    [InlineData("7e0", 7)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647.0", int.MaxValue)]
    public void Whole_numbers_are_read_in_every_way_to_write_them(string json, int expected) =>
        Assert.Equal(expected, Read.Job($"\"crew\":{json}").Crew);

    [Theory]
    [InlineData("2016-02-22T14:00:53Z", "2016-02-22T14:00:53.0000000+00:00")]
    [InlineData("2016-02-22T14:00:53.5Z", "2016-02-22T14:00:53.5000000+00:00")]
    [InlineData("2016-02-22T14:00:53.123456789Z", "2016-02-22T14:00:53.1234567+00:00")]
    [InlineData("2016-02-22T14:00:53+02:00", "2016-02-22T12:00:53.0000000+00:00")]
    [InlineData("2016-02-22T14:00:53-0530", "2016-02-22T19:30:53.0000000+00:00")]
    [InlineData("2016-02-22T14:00Z", "2016-02-22T14:00:00.0000000+00:00")]
    [InlineData("2016-02-22 14:00:53", "2016-02-22T14:00:53.0000000+00:00")]
    [InlineData("2016-02-22", "2016-02-22T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    public void Times_are_read_with_offsets_and_fractions_as_utc(string text, string expected)
    {
        DateTimeOffset? read = Read.Job($"\"started_at\":\"{text}\"").StartedAt;

        Assert.Equal(expected, read?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2016-02-27")]
    [InlineData("2016-02-27T23:59:59-11:00")]
    [InlineData("2016-02-27T00:00:00Z")]
    public void A_days_time_and_zone_are_cut_off_not_converted(string text) =>
        Assert.Equal(new DateOnly(2016, 2, 27), Read.Job($"\"due\":\"{text}\"").Due);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("""{"display":"Yes","key":true}""", true)]
    [InlineData("""{"key":false}""", false)]
    [InlineData("""{"key":null,"display":null}""", null)]
    [InlineData("null", null)]
    public void Booleans_are_read_bare_and_with_their_label(string json, bool? expected) => Assert.Equal(expected, Read.Job($"\"done\":{json}").Done);

    [Theory]
    [InlineData("title", "5", "a text")]
    [InlineData("title", "{}", "a text")]
    [InlineData("crew", "7.5", "a whole number")]
    [InlineData("crew", "2147483648", "a whole number")]
    [InlineData("crew", "1e400", "a whole number")]
    [InlineData("crew", "\"7\"", "a whole number")]
    [InlineData("cost", "1e999", "a number")]
    [InlineData("cost", "true", "a number")]
    [InlineData("due", "\"2016-02-30\"", "a day")]
    [InlineData("due", "\"27.2.2016\"", "a day")]
    [InlineData("started_at", "\"2016-02-22T25:00:00Z\"", "a time")]
    [InlineData("started_at", "\"0001-01-01T00:00:00+01:00\"", "a time")]
    [InlineData("started_at", "1456149653", "a time")]
    [InlineData("done", "1", "true or false")]
    [InlineData("done", "{\"key\":1}", "true or false")]
    [InlineData("state", "true", "a key")]
    [InlineData("state", "{\"key\":[]}", "a key")]
    [InlineData("tags", "\"a\"", "an array of keys")]
    [InlineData("tags", "[[]]", "an array of keys")]
    [InlineData("position", "\"here\"", "a location")]
    [InlineData("position", "{\"latitude\":1}", "a location")]
    [InlineData("position", "{\"latitude\":1,\"longitude\":\"2\"}", "a location")]
    [InlineData("position", "[]", "a location")]
    [InlineData("photo", "\"x\"", "an object with a state")]
    [InlineData("photo_id", "5", "an attachment's id")]
    [InlineData("site_id", "5", "a text")]
    [InlineData("site", "5", "an object")]
    public void A_value_of_another_kind_says_model_field_object_and_what_was_expected(string field, string json, string expected)
    {
        JsonValueException fault = Assert.Throws<JsonValueException>(() =>
            Read.One<Job>($$"""{"{{field}}":{{json}},"title2":[{"a":1}],"id":"{{ServerJson.JobId}}"}"""));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Equal(ServerJson.JobId, fault.Place.ObjectId);
        if (field != "site")
            Assert.StartsWith($"job.{field} of object {ServerJson.JobId}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_faults_message_holds_no_value_and_the_public_exception_has_it_apart()
    {
        UnreadableObjectException exception = Assert.Throws<UnreadableObjectException>(() =>
            JourneyTestData.Read<Job>("""{"id":"1","due":"secret of a customer"}"""));

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        Assert.Equal("secret of a customer", exception.Found);
        Assert.Equal(("job", "due", "1"), (exception.Model, exception.Field, exception.ObjectId));
    }

    [Fact]
    public void Of_a_member_that_comes_twice_the_last_one_stands()
    {
        Job job = Read.Job("\"title\":\"one\",\"crew\":1,\"title\":\"two\",\"crew\":null");

        Assert.Equal("two", job.Title);
        Assert.Null(job.Crew);
    }

    [Fact]
    public void Of_an_attachment_that_comes_twice_nothing_of_the_first_stays_but_its_id()
    {
        Photo photo = Read.Job("\"photo_id\":\"P\",\"photo\":{\"state\":\"uploaded\",\"original\":\"https://o\"},\"photo\":{\"thumbnail\":\"https://t\"}").Photo!;

        Assert.Equal(("P", AttachmentState.Pending, null, "https://t"), (photo.Id, photo.State, photo.OriginalUrl, photo.ThumbnailUrl));
    }

    [Fact]
    public void Absent_and_null_are_the_same_and_known()
    {
        Job absent = Read.Job("\"title\":\"x\"");
        Job explicitNull = Read.Job("\"title\":\"x\",\"notes\":null,\"state\":null,\"tags\":null,\"photo\":null,\"photo_id\":null,\"route\":null,\"site\":null");

        foreach (Job job in new[] { absent, explicitNull })
        {
            Assert.Null(job.Notes);
            Assert.Null(job.State);
            Assert.Null(job.Tags);
            Assert.Null(job.Photo);
            Assert.Null(job.Route);
            Assert.True(JsonSerializer.SerializeToNode(job)!.AsObject().ContainsKey("notes"));
            job.Notes = null;
            Assert.False(job.HasChanges);
        }
    }

    [Fact]
    public void Members_that_this_code_does_not_know_are_skipped_and_the_first_with_a_value_is_noted()
    {
        Job job = Read.Job("\"new_null\":null,\"new\":{\"a\":[1,{\"id\":\"x\"}]},\"newer\":1,\"title\":\"x\"");
        Job plain = Read.Job("\"new_null\":null,\"title\":\"x\"");

        Assert.Equal("x", job.Title);
        Assert.Equal("new", State(job).UnknownMember);
        Assert.Null(State(plain).UnknownMember);
    }

    [Fact]
    public void Empty_and_null_choice_sets_are_different()
    {
        Assert.Null(Read.Job("\"tags\":null").Tags);
        Assert.Empty(Read.Job("\"tags\":[]").Tags!);
    }

    [Theory]
    [InlineData("\"photo_id\":\"P\",\"photo\":{\"state\":\"uploaded\",\"original\":\"https://o\"}")]
    [InlineData("\"photo\":{\"state\":\"uploaded\",\"original\":\"https://o\"},\"photo_id\":\"P\"")]
    [InlineData("\"photo\":{\"id\":\"P\",\"original\":\"https://o\",\"state\":\"uploaded\"}")]
    public void An_attachments_two_members_are_read_in_either_order(string members)
    {
        Photo photo = Read.Job(members).Photo!;

        Assert.Equal(("P", AttachmentState.Uploaded, "https://o"), (photo.Id, photo.State, photo.OriginalUrl));
    }

    [Fact]
    public void An_attachment_state_newer_than_this_code_is_kept()
    {
        Photo photo = Read.Job("\"photo_id\":\"P\",\"photo\":{\"state\":\"quarantined\"}").Photo!;

        Assert.Equal((AttachmentState.Unknown, "quarantined"), (photo.State, photo.StateText));
    }

    [Fact]
    public void A_location_is_read_from_the_array_that_the_platforms_own_client_writes()
    {
        Job job = Read.Job("\"position\":[0,-1.5,null,3,null,\"2013-02-22T14:00:53.250Z\"]");

        Assert.Equal(new Location(0, -1.5, null, 3, null, new DateTimeOffset(2013, 2, 22, 14, 0, 53, 250, TimeSpan.Zero)), job.Position);
    }

    [Fact]
    public void An_object_without_an_id_or_of_another_model_is_unreadable()
    {
        Assert.Contains("the object's id", Assert.Throws<JsonValueException>(() => Read.One<Job>("{\"title\":\"x\"}")).Message, StringComparison.Ordinal);
        Assert.Contains("'job'", Assert.Throws<JsonValueException>(() => Read.Job("\"type\":\"site\"")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_members_with_one_json_name_both_get_its_value()
    {
        Odd odd = Read.One<Odd>("""{"id":"1","display":"D","room_id":"R","photo_id":"P","photo":{"state":"uploaded"},"room":{"id":"R","name":"Hall"}}""");

        Assert.Equal(("D", "D"), (odd.Display, odd.DisplayValue));
        Assert.Equal(("R", "R"), (odd.RoomId, odd.RoomIdLink?.Value));
        Assert.Equal(("P", "P", AttachmentState.Uploaded), (odd.PhotoId, odd.Photo?.Id, odd.Photo?.State));
        Assert.Equal("Hall", odd.Room?.Name);
    }

    [Fact]
    public void A_model_with_more_members_than_a_word_has_bits_is_read_and_tracked()
    {
        string members = string.Join(",", Enumerable.Range(0, 130).Select(i => $"\"f{i}\":{i}"));
        Wide wide = Read.One<Wide>($$"""{"id":"1",{{members}}}""");

        Assert.Equal((0, 63, 64, 129), (wide.F0, wide.F63, wide.F64, wide.F129));
        wide.F64 = 64;
        Assert.False(wide.HasChanges);
        wide.F129 = 5;
        wide.F64 = null;
        Assert.Equal(["f64", "f129"], JourneyTracking.ChangedFields(wide));
    }

    private static JourneyApps.CompilerServices.ModelState State<TModel>(TModel model) where TModel : class, JourneyApps.CompilerServices.IModel<TModel> => model.State;
}
