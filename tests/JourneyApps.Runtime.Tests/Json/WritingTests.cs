using System.Text;
using System.Text.Json;
using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.Runtime.Tests.Json;

public sealed class WritingTests
{
    [Fact]
    public void Every_field_type_is_written_in_the_form_the_api_takes()
    {
        Job job = new((Id<Job>)ServerJson.JobId)
        {
            Title = "Wash \"Dishes\"\n\u0001 \\ é😀\u2028",
            Notes = "",
            Crew = -7,
            Cost = 0.1,
            Due = new DateOnly(2026, 12, 1),
            StartedAt = new DateTimeOffset(2026, 12, 1, 1, 30, 15, 999, TimeSpan.FromHours(2)),
            Done = false,
            State = JobState.InReview,
            Priority = JobPriority.None,
            Tags = [JobTags.B, JobTags.A],
            Ratings = [],
            Position = new Location(0, -0.5, Timestamp: new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(-1))),
            Photo = new Photo(ServerJson.PhotoId),
            Sign = null,
            Route = new Track("[1, {\"a\":2.50}]"),
            SiteId = ServerJson.SiteId,
            ParentId = null,
        };

        Assert.Equal(
            "{\"title\":\"Wash \\\"Dishes\\\"\\n\\u0001 \\\\ é😀\u2028\","
            + """
              "notes":"","crew":-7,"cost":0.1,"due":"2026-12-01","started_at":"2026-11-30T23:30:15Z","done":false,
              "state":"in review","priority":-5,"tags":["b","a"],"ratings":[],
              "position":{"latitude":0,"longitude":-0.5,"timestamp":"2026-01-01T01:00:00Z"},
              """.ReplaceLineEndings("")
            + $$"""
              "photo_id":"{{ServerJson.PhotoId}}","sign":null,"route":[1, {"a":2.50}],"site_id":"{{ServerJson.SiteId}}","parent_id":null}
              """,
            Write(job));
    }

    [Theory]
    [InlineData("{\"key\":\"né \\\"w\\\"\",\"display\":\"New one\"}", "\"né \\\"w\\\"\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("{\"key\":4.50}", "4.50")]
    [InlineData("\"in review\"", "\"in review\"")]
    public void A_choice_that_was_read_is_written_back_as_its_bare_key_byte_for_byte(string read, string written)
    {
        Job job = Read.Job($"\"state\":{read}");
        Job copy = new((Id<Job>)ServerJson.JobId) { State = job.State };

        Assert.Equal($"{{\"state\":{written}}}", Write(copy));
    }

    [Fact]
    public void Values_without_a_json_form_and_default_ones_are_refused_by_name()
    {
        Assert.Contains("job.cost", Refusal(new Job { Cost = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("job.position", Refusal(new Job { Position = new Location(double.PositiveInfinity, 0) }), StringComparison.Ordinal);
        Assert.Contains("job.state", Refusal(new Job { State = default(Choice<JobState>) }), StringComparison.Ordinal);
        Assert.Contains("job.site_id", Refusal(new Job { SiteId = default(Id<Site>) }), StringComparison.Ordinal);
        Assert.Contains("job.photo", Refusal(new Job { Photo = new Photo(null) }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("42059e2ed2a241e3a9f3001e6733fe3c")]
    [InlineData("../jobs")]
    public void An_id_that_is_no_lower_case_uuid_is_refused_before_sending(string id) =>
        Assert.Contains("lower case", Refusal(new Job { SiteId = id }), StringComparison.Ordinal);

    [Fact]
    public void Numbers_and_texts_survive_writing_and_reading_for_random_values()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        for (int i = 0; i < 5_000; i++)
        {
            Job job = new((Id<Job>)ServerJson.JobId) { Title = RandomText(random), Cost = RandomDouble(random), Crew = random.Next(int.MinValue, int.MaxValue) };

            Job back = Read.One<Job>(Write(job)[..^1] + $",\"id\":\"{ServerJson.JobId}\"}}");

            Assert.True(job.Title == back.Title && job.Cost.Equals(back.Cost) && job.Crew == back.Crew, $"seed {seed}, {i}: {Write(job)}");
        }
    }

    [Fact]
    public void A_batch_operations_object_is_flat()
    {
        using JsonBody body = new();
        Job job = new((Id<Job>)ServerJson.JobId) { Title = "x" };

        ModelJson.WriteFlat(job, ModelWrites.Begin(job, WriteKind.Update), WriteKind.Update, body);

        Assert.Equal($$"""{"type":"job","id":"{{ServerJson.JobId}}","title":"x"}""", Encoding.UTF8.GetString(body.Output.Written));
    }

    [Fact]
    public void Of_two_members_with_one_json_name_one_is_written()
    {
        Odd odd = new() { RoomId = ServerJson.SiteId, RoomIdLink = ServerJson.SiteId };

        Assert.Equal($$"""{"room_id":"{{ServerJson.SiteId}}"}""", Write(odd));
        Assert.Equal($$"""{"room_id":"{{ServerJson.SiteId}}"}""", Write(new Odd { RoomIdLink = ServerJson.SiteId }));
    }

    private static string RandomText(Random random)
    {
        StringBuilder text = new();
        for (int length = random.Next(40); length > 0; length--)
        {
            int kind = random.Next(5);
            text.Append(kind == 0 ? char.ConvertFromUtf32(random.Next(0x10000, 0x10FFFF)) : ((char)random.Next(kind == 1 ? 0x20 : kind == 2 ? 0x7F : 0xD7FF)).ToString());
        }

        return text.ToString();
    }

    private static double RandomDouble(Random random)
    {
        double value;
        do
        {
            value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
        }
        while (!double.IsFinite(value));

        return value;
    }

    private static string Write<TModel>(TModel model) where TModel : class, IModel<TModel>
    {
        using JsonBody body = new();
        body.Output.WriteRaw((byte)'{');
        ModelJson.WriteFields(model, model.State.Known, WriteKind.Put, body);
        body.Output.WriteRaw((byte)'}');
        string json = Encoding.UTF8.GetString(body.Output.Written);
        using var valid = JsonDocument.Parse(json);
        return json;
    }

    private static string Refusal(Job job) => Assert.Throws<InvalidOperationException>(() => Write(job)).Message;
}
