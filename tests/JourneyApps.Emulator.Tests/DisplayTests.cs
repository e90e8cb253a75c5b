using System.Text.Json;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Tests;

public sealed class DisplayTests
{
    private const string BuildingId = "9913706a-179b-11e2-aaff-0026189d9dc0";

    public static TheoryData<string> DisplayVectors => [.. Vectors.Read("display").Select(vector => vector.GetRawText())];

    [Theory]
    [MemberData(nameof(DisplayVectors))]
    public async Task A_display_text_is_the_reference_engines(string vectorJson)
    {
        JsonElement vector = JsonDocument.Parse(vectorJson).RootElement;

        // Rendered below the API: some of these formats are errors in a schema, which is then not served at all.
        await using var database = Database.Open(null);
        string text = await database.WriteAsync(session =>
        {
            SystemTables.Create(session);
            ServedSchema schema = new(string.Empty, SchemaParser.Parse(Vectors.Room(vector.GetProperty("format").GetString()!)).DataModel, name => SystemTables.ModelNumber(session, name));
            foreach (ServedModel model in schema.Models) ObjectTable.Create(session, model);
            ObjectTable.Insert(session, schema.Find("building")!, new StoredRow(BuildingId, 0, """{"name":"HQ","d":2.5}"""));
            DisplayRenderer renderer = new(new RelatedObjects(session, schema), TimeZoneInfo.Utc);
            return renderer.Render(schema.Find("room")!, vector.GetProperty("values"));
        });

        Assert.Equal(vector.GetProperty("result").GetString(), text);
    }

    [Fact]
    public async Task A_display_text_follows_the_related_object_when_that_changes()
    {
        await using Api api = await Api.StartAsync(Vectors.Room("{name} in {building.name}"));
        await api.PutAsync($"objects/building/{BuildingId}.json", """{"building":{"name":"HQ"}}""");
        Answer created = await api.PostAsync("objects/room.json", $$$"""{"room":{"name":"Lab","building_id":"{{{BuildingId}}}"}}""");

        await api.PatchAsync($"objects/building/{BuildingId}.json", """{"building":{"name":"Annex"}}""");
        Answer read = await api.GetAsync($"objects/room/{created["id"].GetString()}.json");

        Assert.Equal("Lab in HQ", created["display"].GetString());
        Assert.Equal("Lab in Annex", read["display"].GetString());
    }

    [Fact]
    public async Task Models_that_show_each_other_come_to_an_end()
    {
        const string Mutual = """
            <data-model>
              <model name="a" label="A"><field name="name" label="Name" type="text"/><belongs-to model="b"/><display>{name}{b}</display></model>
              <model name="b" label="B"><field name="name" label="Name" type="text"/><belongs-to model="a"/><display>{name}{a}</display></model>
            </data-model>
            """;
        await using Api api = await Api.StartAsync(Mutual);
        await api.PutAsync($"objects/a/{BuildingId}.json", $$$"""{"a":{"name":"x","b_id":"{{{BuildingId}}}"}}""");

        Answer answer = await api.PutAsync($"objects/b/{BuildingId}.json", $$$"""{"b":{"name":"y","a_id":"{{{BuildingId}}}"}}""");

        Assert.StartsWith("yxyx", answer.Expect(200)["display"].GetString(), StringComparison.Ordinal);
    }
}
