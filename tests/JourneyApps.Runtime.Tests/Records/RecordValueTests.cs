using System.Text.Json;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Records;
using JourneyApps.Testing;

namespace JourneyApps.Runtime.Tests.Records;

public class RecordValueTests
{
    [Fact]
    public void A_choice_shows_its_key_and_label_and_equals_its_bare_key()
    {
        var read = RecordValue.Parse("""{"key":"busy","display":"Busy"}""");
        Assert.Equal(("busy", "Busy"), (read.Text, read.Display));
        Assert.True(read == "busy");
        Assert.Equal(((RecordValue)"busy").GetHashCode(), read.GetHashCode());
    }

    [Theory]
    [InlineData("7", 7L)]
    [InlineData("7.0", 7L)]
    [InlineData("7.5", null)]
    [InlineData("1e400", null)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("""{"key":3,"display":"Three"}""", 3L)]
    [InlineData("\"7\"", null)]
    public void Whole_numbers_are_those_that_64_bits_hold(string json, long? expected) => Assert.Equal(expected, RecordValue.Parse(json).Integer);

    [Fact]
    public void A_view_of_another_type_is_null_and_never_throws()
    {
        foreach (string json in new[] { "null", "true", "3", "\"x\"", "[]", "{}", "\"2020-01-01T00:00:00+14:00\"", """{"key":{"key":1}}""" })
        {
            var value = RecordValue.Parse(json);
            _ = (value.Text, value.Display, value.Integer, value.Number, value.Boolean, value.Date, value.DateTime, value.Items.Count, value["x"].IsNull, value.ToString());
        }
        RecordValue absent = default;
        Assert.True(absent.IsNull);
        Assert.True(absent == RecordValue.Null);
        Assert.Equal(JsonValueKind.Undefined, absent.Json.ValueKind);
    }

    [Fact]
    public void Values_are_written_in_the_forms_of_the_fact_sheet()
    {
        Assert.Equal("\"2026-12-01\"", Raw(new DateOnly(2026, 12, 1)));
        Assert.Equal("\"2026-12-01T08:30:15Z\"", Raw(new DateTimeOffset(2026, 12, 1, 10, 30, 15, 999, TimeSpan.FromHours(2))));
        Assert.Equal("12.5", Raw(12.5));
        Assert.Equal("true", Raw(true));
        Assert.Equal("[\"a\",\"b\"]", Raw((string[])["a", "b"]));
        Assert.Equal("[1,2]", Raw(RecordValue.List(1, 2)));
        Assert.Equal("""{"filename":"a-1.png"}""", Raw(RecordValue.File([1, 2], "a-1.png")));
        Assert.Throws<ArgumentException>(() => RecordValue.File([1], "A.png"));
        Assert.Throws<ArgumentException>(() => (RecordValue)double.NaN);
    }

    [Fact]
    public void Days_and_moments_are_read_tolerantly()
    {
        Assert.Equal(new DateOnly(2016, 2, 27), RecordValue.Parse("\"2016-02-27T23:00:00+14:00\"").Date);
        Assert.Equal(new DateTimeOffset(2016, 2, 22, 14, 0, 53, TimeSpan.Zero), RecordValue.Parse("\"2016-02-22T16:00:53+02:00\"").DateTime);
    }

    [Theory]
    [InlineData("2026-12-01")]
    [InlineData("2026-12-01T08:30:15Z")]
    [InlineData("2026-12-01t08:30z")]
    [InlineData("2026-12-01 08:30:15.1234567890+0200")]
    [InlineData("2026-02-29")]
    [InlineData("2026-12-01x")]
    [InlineData("12/01/2026")]
    [InlineData("Tue, 01 Dec 2026 08:30:15 GMT")]
    [InlineData(" 2026-12-01")]
    [InlineData("2026-12-01T24:00:00Z")]
    [InlineData("0000-12-01")]
    public void Days_and_moments_are_the_same_in_records_and_models(string text)
    {
        var record = RecordValue.Parse($"\"{text}\"");

        Assert.Equal(Read($$"""{"id":"1","due":"{{text}}"}""", static job => job.Due), record.Date);
        Assert.Equal(Read($$"""{"id":"1","started_at":"{{text}}"}""", static job => job.StartedAt), record.DateTime);

        // A value that cannot be represented makes the object of a model unreadable.
        static T? Read<T>(string json, Func<Job, T?> member)
            where T : struct
        {
            try
            {
                return member(JourneyTestData.Read<Job>(json));
            }
            catch (UnreadableObjectException)
            {
                return null;
            }
        }
    }

    private static string Raw(RecordValue value) => value.Json.GetRawText();
}
