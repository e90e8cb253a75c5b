using System.ComponentModel;
using Acme.Field;

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
}
