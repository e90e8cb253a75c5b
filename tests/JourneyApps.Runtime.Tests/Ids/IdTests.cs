using System.ComponentModel;
using System.Text.Json;
using Acme.Field;
using JourneyApps.Runtime.Tests.Json;

namespace JourneyApps.Runtime.Tests.Ids;

public sealed class IdTests
{
    private static readonly Guid DnsNamespace = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Fact]
    public void An_id_from_a_key_is_the_rfcs_version_5_uuid()
    {
        // RFC 9562, appendix A.4.
        Assert.Equal("2ed6657d-e927-568b-95e1-2665a8aea6a2", Id<Job>.FromKey(DnsNamespace, "www.example.com").Value);
        Assert.NotEqual(Id<Job>.FromKey(DnsNamespace, "SO-1"), Id<Job>.FromKey(DnsNamespace, "so-1"));
    }

    [Fact]
    public void Guids_become_lower_case_text_and_back()
    {
        var guid = Guid.NewGuid();

        Assert.Equal(guid.ToString(), Id<Job>.From(guid).Value);
        Assert.Equal(guid, Id<Job>.Parse(guid.ToString("B").ToUpperInvariant()).ToGuid());
        Assert.False(Id<Job>.TryParse("x", out Id<Job> none));
        Assert.True(none.IsDefault);
    }

    [Fact]
    public void A_default_id_has_no_value_and_stands_for_no_object()
    {
        Assert.Throws<InvalidOperationException>(() => default(Id<Job>).Value);
        Assert.Throws<InvalidOperationException>(() => new Job(default(Id<Job>)));
        Assert.ThrowsAny<ArgumentException>(() => (Id<Job>)(string)null!);
        Assert.ThrowsAny<ArgumentException>(() => (Id<Job>)"");
    }

    [Fact]
    public void A_new_object_has_a_lower_case_random_uuid_from_birth()
    {
        string id = new Job().Id.Value;

        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id);
        Assert.NotEqual(id, new Job().Id.Value);
    }

    [Fact]
    public void Type_converters_turn_ids_and_choices_into_text_and_back()
    {
        TypeConverter ids = TypeDescriptor.GetConverter(typeof(Id<Site>));
        TypeConverter choices = TypeDescriptor.GetConverter(typeof(Choice<JobState>));

        Assert.Equal((Id<Site>)"abc", ids.ConvertFromInvariantString("abc"));
        Assert.Equal("abc", ids.ConvertToInvariantString((Id<Site>)"abc"));
        Assert.Equal((Choice<JobState>)JobState.Busy, choices.ConvertFromInvariantString("busy"));
        Assert.Equal("in review", choices.ConvertToInvariantString((Choice<JobState>)JobState.InReview));
    }

    [Fact]
    public void A_uuid_of_the_users_code_is_stored_in_lower_case_and_what_the_server_sent_is_kept()
    {
        const string Upper = "42059E2E-D2A2-11E3-A9F3-001E6733FE3C";
        const string Lower = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";
        Id<Site> implicitly = Upper;
        Id<Site>? maybe = Upper;
        Id<Site> fromGuid = new Guid(Upper);

        Assert.All([implicitly, maybe!.Value, fromGuid, new Id<Site>(Upper), Id<Site>.Parse(Upper)], id => Assert.Equal(Lower, id.Value));
        Assert.Equal(Lower, new Job(Upper).Id.Value);
        Assert.Equal(Lower, JsonSerializer.Deserialize<Id<Site>>($"\"{Upper}\"").Value);
        Assert.Equal("SO-1234", new Id<Site>("SO-1234").Value);

        Job job = Read.One<Job>($$"""{"id":"{{Upper}}","site_id":"{{Upper}}"}""");
        Assert.Equal((Upper, Upper), (job.Id.Value, job.SiteId?.Value));
    }

    [Fact]
    public void Null_text_is_no_id_and_ids_compare_with_null_without_an_exception()
    {
        string? none = null;
        Job job = new() { SiteId = none };
        Id<Site> id = "x";

        Assert.Null(job.SiteId);
        Assert.True(job.SiteId == null);
        Assert.False(id.Equals((object?)null));
    }

    [Fact]
    public void Ids_are_sorted_by_their_characters()
    {
        Id<Job>[] ids = ["b", "B", "a"];

        Assert.Equal(["B", "a", "b"], ids.Order().Select(id => id.Value));
        Assert.Equal(default, ids.Append(default).Min());
        Assert.Throws<ArgumentException>(() => ((IComparable)ids[0]).CompareTo("b"));
    }
}
