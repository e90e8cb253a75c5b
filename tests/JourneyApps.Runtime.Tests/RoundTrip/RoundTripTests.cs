using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Runtime.Tests.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace JourneyApps.Runtime.Tests.RoundTrip;

/// <summary>Objects that go through a serializer other than the API's and come back as they were.</summary>
public sealed class RoundTripTests
{
    private static readonly JsonSerializerOptions UserOptions = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    private static readonly JsonSerializerOptions SmallBuffers = new() { DefaultBufferSize = 16 };

    private static readonly JsonSerializerOptions IgnoringNulls = new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
    };

    private static readonly JsonSerializerOptions WithoutReflection = new()
    {
        TypeInfoResolverChain = { JourneyJson.Resolver, RoundTripContext.Default },
    };

    public static TheoryData<string> Serializers => [.. RoundTrips.Keys];

    private static readonly Dictionary<string, Func<Job, Job>> RoundTrips = new()
    {
        ["System.Text.Json, reflection"] = static job => JsonSerializer.Deserialize<Job>(JsonSerializer.Serialize(job))!,
        ["System.Text.Json, reflection, camel case, indented"] = static job => JsonSerializer.Deserialize<Job>(JsonSerializer.Serialize(job, UserOptions), UserOptions)!,
        ["System.Text.Json, ignoring nulls"] = static job => JsonSerializer.Deserialize<Job>(JsonSerializer.Serialize(job, IgnoringNulls), IgnoringNulls)!,
        ["System.Text.Json, in an object of the user's"] = static job =>
            JsonSerializer.Deserialize<Envelope>(JsonSerializer.Serialize(new Envelope { Job = job }, UserOptions), UserOptions)!.Job!,
        ["System.Text.Json, the user's context"] = static job =>
            JsonSerializer.Deserialize(JsonSerializer.Serialize(new Envelope { Job = job }, RoundTripContext.Default.Envelope), RoundTripContext.Default.Envelope)!.Job!,
        ["System.Text.Json, the resolver"] = static job => JsonSerializer.Deserialize<List<Job>>(JsonSerializer.Serialize(new List<Job> { job }, WithoutReflection), WithoutReflection)![0],
        ["System.Text.Json, stream"] = static job =>
        {
            using MemoryStream stream = new();
            JsonSerializer.Serialize(stream, new[] { job });
            stream.Position = 0;
            return JsonSerializer.Deserialize<Job[]>(stream, SmallBuffers)![0];
        },
        ["Newtonsoft"] = static job => Newton.JsonConvert.DeserializeObject<Job>(Newton.JsonConvert.SerializeObject(job))!,
        ["Newtonsoft, ignoring nulls and defaults, camel case"] = static job =>
        {
            Newton.JsonSerializerSettings settings = new()
            {
                NullValueHandling = Newton.NullValueHandling.Ignore,
                ContractResolver = new CamelCasePropertyNamesContractResolver(),
            };
            return Newton.JsonConvert.DeserializeObject<Job>(Newton.JsonConvert.SerializeObject(job, settings), settings)!;
        },
        ["Newtonsoft, through a token"] = static job => JToken.Parse(JToken.FromObject(job).ToString()).ToObject<Job>()!,
    };

    [Theory]
    [MemberData(nameof(Serializers))]
    public void A_loaded_object_stays_loaded_clean_and_whole(string serializer)
    {
        Job job = Read.One<Job>(ServerJson.Job);

        Job back = RoundTrips[serializer](job);

        AssertSame(job, back);
        Assert.False(back.IsNew);
        Assert.False(back.HasChanges);
        Assert.Equal(job.UpdatedAt, back.UpdatedAt);
        Assert.Equal("Wash Dishes", back.Display);
        back.ParentId = null;
        Assert.False(back.HasChanges);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void A_loaded_and_changed_object_keeps_its_changes_null_among_them(string serializer)
    {
        Job job = Read.One<Job>(ServerJson.Job);
        job.Notes = null;
        job.Cost = 1e-300;
        job.State = Choice<JobState>.FromKey("unknown é");
        job.SiteId = null;
        job.Photo = null;

        Job back = RoundTrips[serializer](job);

        AssertSame(job, back);
        Assert.Equal(["notes", "cost", "state", "photo", "site_id"], JourneyTracking.ChangedFields(back));
        Assert.Equal(job.UpdatedAt, back.UpdatedAt);
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void A_new_object_stays_new_under_its_id_with_unset_null_and_value_apart(string serializer)
    {
        Job job = new() { Title = "x", Notes = null, Tags = [], Ratings = null, Priority = JobPriority.None };

        Job back = RoundTrips[serializer](job);

        AssertSame(job, back);
        Assert.True(back.IsNew);
        Assert.Equal(["title", "notes", "priority", "tags", "ratings"], JourneyTracking.ChangedFields(back));
        Assert.True(IsKnown(back, "notes"));
        Assert.False(IsKnown(back, "crew"));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void An_object_that_stands_for_an_existing_one_stays_that(string serializer)
    {
        Job job = new((Id<Job>)ServerJson.JobId) { Cost = 12.5, Notes = null };

        Job back = RoundTrips[serializer](job);

        AssertSame(job, back);
        Assert.False(back.IsNew);
        Assert.Equal(["notes", "cost"], JourneyTracking.ChangedFields(back));
        Assert.False(IsKnown(back, "title"));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Staleness_and_members_this_code_does_not_know_are_remembered(string serializer)
    {
        Job job = Read.Job("\"title\":\"a\",\"newer\":5,\"updated_at\":\"2020-01-01T00:00:00Z\"");
        job.Title = "b";
        ModelWrites.Begin(job, WriteKind.Update);
        ModelWrites.CompleteUnread(job, default);

        Job back = RoundTrips[serializer](job);

        Assert.True(back.IsStale);
        Assert.False(back.HasChanges);
        Assert.Equal("newer", State(back).UnknownMember);
        Assert.Equal("b", back.Title);
    }

    [Fact]
    public void Json_from_elsewhere_is_new_without_an_id_and_stands_for_an_object_with_one()
    {
        Job made = JsonSerializer.Deserialize<Job>("""{"title":"x"}""")!;
        Job partial = JsonSerializer.Deserialize<Job>($$"""{"id":"{{ServerJson.JobId}}","title":"x","extra":1}""")!;
        Job newton = Newton.JsonConvert.DeserializeObject<Job>($$"""{"id":"{{ServerJson.JobId}}","title":"x"}""")!;

        Assert.True(made.IsNew);
        Assert.Equal(["title"], JourneyTracking.ChangedFields(made));
        Assert.All([partial, newton], static job => Assert.False(job.IsNew));
        Assert.All([partial, newton], static job => Assert.Equal(["title"], JourneyTracking.ChangedFields(job)));
        Assert.All([partial, newton], static job => Assert.Equal(ServerJson.JobId, job.Id.Value));
    }

    [Theory]
    [InlineData("{\"title\":\"x\"}")]
    [InlineData("{\"id\":null,\"updated_at\":null,\"title\":\"x\"}")]
    [InlineData("{\"id\":\"\",\"title\":\"x\"}")]
    public void Json_without_an_id_or_a_time_is_a_new_object_with_an_id_of_its_own(string json)
    {
        Job[] made = [JsonSerializer.Deserialize<Job>(json)!, Newton.JsonConvert.DeserializeObject<Job>(json)!];

        Assert.All(made, static job => Assert.True(job.IsNew && job.UpdatedAt is null));
        Assert.All(made, static job => Assert.True(Guid.TryParseExact(job.Id.Value, "D", out _), job.Id.Value));
        Assert.Equal(2, made.Select(static job => job.Id).Distinct().Count());
    }

    [Fact]
    public void An_object_that_was_never_read_has_no_time_in_json()
    {
        Job job = new() { Title = "x" };

        Assert.DoesNotContain("0001", JsonSerializer.Serialize(job), StringComparison.Ordinal);
        Assert.DoesNotContain("0001", Newton.JsonConvert.SerializeObject(job), StringComparison.Ordinal);
    }

    [Fact]
    public void An_upload_does_not_survive_a_round_trip_and_says_so()
    {
        Job job = new() { Photo = Photo.FromBytes(new byte[] { 1 }, "a.jpg") };

        Assert.Contains("a.jpg", Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(job)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => Newton.JsonConvert.SerializeObject(job));
    }

    [Fact]
    public void A_malformed_value_is_a_json_exception_that_names_the_field()
    {
        JsonException exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Job>("""{"id":"1","crew":"many"}"""));

        Assert.Contains("job.crew", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_holds_keys_and_the_users_encoder_and_indentation_apply()
    {
        string json = JsonSerializer.Serialize(new Job { Title = "<script>", State = JobState.Busy, Priority = JobPriority.High }, UserOptions);

        Assert.Contains("\"state\": \"busy\"", json, StringComparison.Ordinal);
        Assert.Contains("\"priority\": 10", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_resolver_describes_ids_and_choices_nullable_and_in_collections()
    {
        Assert.Equal("""["a","b"]""", JsonSerializer.Serialize(new List<Id<Site>> { "a", "b" }, WithoutReflection));
        Assert.Equal("""["busy",null]""".Replace(",null", "", StringComparison.Ordinal), JsonSerializer.Serialize(new Choice<JobState>[] { JobState.Busy }, WithoutReflection));
        Assert.Equal("null", JsonSerializer.Serialize((Id<Site>?)null, WithoutReflection));
        Assert.Equal("10", JsonSerializer.Serialize((Choice<JobPriority>?)JobPriority.High, WithoutReflection));
        Assert.Equal("""["a"]""", JsonSerializer.Serialize((ChoiceSet<JobTags>)[JobTags.A], WithoutReflection));
        Assert.Equal((Choice<JobState>)JobState.Busy, JsonSerializer.Deserialize<Choice<JobState>>("\"busy\"", WithoutReflection));
        Assert.Null(((IJsonTypeInfoResolver)JourneyJson.Resolver).GetTypeInfo(typeof(string), WithoutReflection));
    }

    [Fact]
    public async Task The_resolver_describes_every_collection_that_queries_and_endpoints_hand_out()
    {
        List<Job> jobs = [new Job { Title = "a" }, new Job { Title = "b" }];
        string json = JsonSerializer.Serialize(jobs, WithoutReflection);

        Assert.Equal(json, JsonSerializer.Serialize<IReadOnlyList<Job>>(jobs, WithoutReflection));
        Assert.Equal(json, JsonSerializer.Serialize<IReadOnlyCollection<Job>>(jobs, WithoutReflection));
        Assert.Equal(json, JsonSerializer.Serialize<IEnumerable<Job>>(jobs.Where(static job => job.IsNew), WithoutReflection));
        Assert.Equal(jobs.ConvertAll(static job => job.Id), Ids<List<Job>>());
        Assert.Equal(jobs.ConvertAll(static job => job.Id), Ids<IReadOnlyList<Job>>());
        Assert.Equal(jobs.ConvertAll(static job => job.Id), Ids<IReadOnlyCollection<Job>>());
        Assert.Equal(jobs.ConvertAll(static job => job.Id), Ids<IEnumerable<Job>>());
        using MemoryStream stream = new();
        await JsonSerializer.SerializeAsync(stream, Async(), WithoutReflection, TestContext.Current.CancellationToken);
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(stream.ToArray()));

        List<Id<Job>> Ids<TJobs>() where TJobs : IEnumerable<Job> => [.. JsonSerializer.Deserialize<TJobs>(json, WithoutReflection)!.Select(static job => job.Id)];

        async IAsyncEnumerable<Job> Async()
        {
            foreach (Job job in jobs)
            {
                await Task.Yield();
                yield return job;
            }
        }
    }

    [Fact]
    public void The_converters_serve_options_that_have_no_resolver_of_ours()
    {
        JsonSerializerOptions options = new();
        foreach (System.Text.Json.Serialization.JsonConverter converter in JourneyJson.Converters)
            options.Converters.Add(converter);

        Envelope back = JsonSerializer.Deserialize<Envelope>(
            JsonSerializer.Serialize(new Envelope { Job = new Job { Title = "x" }, Site = "s", State = JobState.Busy, Tags = [JobTags.A] }, options), options)!;

        Assert.Equal(("x", "s", JobState.Busy, 1), (back.Job?.Title, back.Site?.Value, back.State?.Value, back.Tags?.Count));
    }

    [Fact]
    public void Values_alone_survive_both_serializers()
    {
        Job job = Read.One<Job>(ServerJson.Job);

        Assert.Equal(job.Position, JsonSerializer.Deserialize<Location>(JsonSerializer.Serialize(job.Position)));
        Assert.Equal(job.Position, Newton.JsonConvert.DeserializeObject<Location>(Newton.JsonConvert.SerializeObject(job.Position)));
        Assert.Equal(job.Tags, JsonSerializer.Deserialize<ChoiceSet<JobTags>>(JsonSerializer.Serialize(job.Tags)));
        Assert.Equal(job.Route, JsonSerializer.Deserialize<Track>(JsonSerializer.Serialize(job.Route)));
        Assert.Equal(job.Photo!.Urls, JsonSerializer.Deserialize<Photo>(JsonSerializer.Serialize(job.Photo))!.Urls);
        Assert.Equal(job.Photo.Urls, Newton.JsonConvert.DeserializeObject<Photo>(Newton.JsonConvert.SerializeObject(job.Photo))!.Urls);
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(Choice<JobState>)));
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(Id<Job>)));
    }

    /// <summary>The converters are internal; generated serializers reach them through the factory that the values' attribute names.</summary>
    [Fact]
    public void Values_survive_a_user_s_source_generated_context()
    {
        Job job = Read.One<Job>(ServerJson.Job);
        Envelope sent = new() { Site = job.SiteId, State = job.State, Tags = job.Tags, Location = job.Position, Photo = job.Photo, Route = job.Route };

        string json = JsonSerializer.Serialize(sent, RoundTripContext.Default.Envelope);
        Envelope back = JsonSerializer.Deserialize(json, RoundTripContext.Default.Envelope)!;

        Assert.Equal((job.SiteId, job.State, job.Tags, job.Position, job.Route), (back.Site, back.State, back.Tags, back.Location, back.Route));
        Assert.Equal(job.Photo!.Urls, back.Photo!.Urls);
    }

    private static bool IsKnown(Job job, string field) => JsonSerializer.SerializeToNode(job)!.AsObject().ContainsKey(field);

    private static ModelState State<TModel>(TModel model) where TModel : class, IModel<TModel> => model.State;

    private static void AssertSame(Job expected, Job actual)
    {
        Assert.Equal(expected.Id, actual.Id);
        Assert.Equal(expected.Title, actual.Title);
        Assert.Equal(expected.Notes, actual.Notes);
        Assert.Equal(expected.Crew, actual.Crew);
        Assert.Equal(expected.Cost, actual.Cost);
        Assert.Equal(expected.Due, actual.Due);
        Assert.Equal(expected.StartedAt, actual.StartedAt);
        Assert.Equal(expected.Done, actual.Done);
        Assert.Equal(expected.State, actual.State);
        Assert.Equal(expected.Priority, actual.Priority);
        Assert.Equal(expected.Tags, actual.Tags);
        Assert.Equal(expected.Ratings, actual.Ratings);
        Assert.Equal(expected.Position, actual.Position);
        Assert.Equal(expected.Route, actual.Route);
        Assert.Equal(expected.SiteId, actual.SiteId);
        Assert.Equal(expected.ParentId, actual.ParentId);
        AttachmentValue?[] before = [expected.Photo, expected.Sign, expected.Manual];
        AttachmentValue?[] after = [actual.Photo, actual.Sign, actual.Manual];
        Assert.Equal(before.Select(static a => (a?.Id, a?.State)), after.Select(static a => (a?.Id, a?.State)));
        Assert.Equal(before.SelectMany(static a => a?.Urls ?? new Dictionary<string, string>()), after.SelectMany(static a => a?.Urls ?? new Dictionary<string, string>()));
    }
}
