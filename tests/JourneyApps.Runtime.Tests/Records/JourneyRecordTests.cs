using System.Text.Json;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Records;

namespace JourneyApps.Runtime.Tests.Records;

public class JourneyRecordTests
{
    private const string Json = """
        {"id":"42059e2e-d2a2-11e3-a9f3-001e6733fe3c","type":"task","updated_at":"2015-02-05T08:17:01Z","display":"Wash Dishes","name":"Wash Dishes","instructions":"","status":{"key":0,"display":"Open"},"category_id":"9913706a-179b-11e2-aaff-0026189d9dc0"}
        """;

    [Fact]
    public void The_documented_example_survives_reading_and_writing()
    {
        var task = JourneyRecord.Parse(Json);
        Assert.Equal(("task", "42059e2e-d2a2-11e3-a9f3-001e6733fe3c", "Wash Dishes"), (task.Model, task.Id, task.Display));
        Assert.Equal(new DateTimeOffset(2015, 2, 5, 8, 17, 1, TimeSpan.Zero), task.UpdatedAt);
        Assert.Equal((0L, "Open", ""), (task["status"].Integer, task["status"].Display, task["instructions"].Text));
        Assert.False(task.HasChanges || task.IsNew);
        Assert.Equal(Json.Trim(), task.ToJson());
    }

    [Fact]
    public void Setting_an_equal_value_on_a_loaded_object_marks_nothing()
    {
        var task = JourneyRecord.Parse(Json);
        task["name"] = "Wash Dishes";
        task["status"] = 0;
        Assert.False(task.HasChanges);
        task["status"] = 1;
        task["name"] = RecordValue.Null;
        Assert.Equal(["name", "status"], task.ChangedFields);
    }

    [Fact]
    public void A_failed_write_leaves_the_changes_and_what_was_set_meanwhile()
    {
        var task = JourneyRecord.Parse(Json);
        task["name"] = "A";
        Assert.Equal(["name"], task.BeginWrite(WriteKind.Update));
        task["status"] = 1;
        task.FailWrite();
        Assert.Equal(["name", "status"], task.ChangedFields);
    }

    [Fact]
    public void A_success_takes_the_answer_but_for_what_was_set_meanwhile()
    {
        var task = JourneyRecord.Parse(Json);
        task["name"] = "A";
        task.BeginWrite(WriteKind.Update);
        task["status"] = 1;
        var answer = JourneyRecord.Parse("""{"id":"x","type":"task","display":"A!","name":"A!","status":{"key":7}}""");
        task.EndWrite(answer);

        Assert.Equal(("A!", "A!", 1L), (task.Display, task["name"].Text, task["status"].Integer));
        Assert.True(task["category_id"].IsNull);
        Assert.Equal(["status"], task.ChangedFields);
    }

    [Fact]
    public void Two_writes_of_one_object_at_once_are_refused()
    {
        var task = JourneyRecord.Parse(Json);
        task.BeginWrite(WriteKind.Update);
        Assert.Throws<InvalidOperationException>(() => task.BeginWrite(WriteKind.Update));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":3,"type":"job"}""")]
    [InlineData("""{"id":"x","type":"job"} x""")]
    public void What_is_no_object_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => JourneyRecord.Parse(json));

    [Fact]
    public void The_server_s_own_members_cannot_be_set()
    {
        var task = new JourneyRecord("task");
        Assert.Throws<ArgumentException>(() => task["updated_at"] = "x");
        Assert.Throws<ArgumentException>(() => new JourneyRecord("a/b"));
        Assert.True(Guid.TryParseExact(task.Id, "D", out _) && task.IsNew);
    }
}
