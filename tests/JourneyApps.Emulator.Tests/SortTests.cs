using System.Text.Json;

namespace JourneyApps.Emulator.Tests;

public sealed class SortTests
{
    [Theory]
    [InlineData("name", """["a","B","","İ","é",null,"\uFF5E","😀"]""", """[null,"","a","B","İ","é","😀","\uFF5E"]""")]
    [InlineData("mc", """[["b"],["a","c"],[],null,["a"]]""", """[null,[],["a"],["a","c"],["b"]]""")]
    [InlineData("sc", """["b",null,"a"]""", """[null,"a","b"]""")]
    [InlineData("b", """[true,null,false]""", """[null,false,true]""")]
    [InlineData("d", """[1.5,-2,null,10]""", """[null,-2,1.5,10]""")]
    [InlineData("at", """["2020-01-02T00:00:00Z",null,"1999-01-01T00:00:00Z"]""", """[null,"1999-01-01T00:00:00Z","2020-01-02T00:00:00Z"]""")]
    public async Task Objects_are_sorted_as_in_the_platforms_client(string field, string values, string expected)
    {
        await using Api api = await Api.StartAsync(Vectors.Room(), new() { Listen = false });
        await api.Emulator.SeedAsync("room", JsonElement.Parse(values).EnumerateArray().Select(value => $$"""{"{{field}}":{{value.GetRawText()}}}"""));

        Answer ascending = await api.GetAsync($"objects/room.json?sort[{field}]=1");
        Answer descending = await api.PostAsync("objects/room/query.json", $$"""{"expression":"id != ?","arguments":["x"],"sort":["-{{field}}"]}""");

        JsonElement[] order = [.. JsonElement.Parse(expected).EnumerateArray()];
        Assert.Equal(order.Select(Text), ascending["objects"].EnumerateArray().Select(item => Text(Value(item, field))));
        Assert.Equal(Enumerable.Reverse(order).Select(Text), descending["objects"].EnumerateArray().Select(item => Text(Value(item, field))));
    }

    [Theory]
    [InlineData("photo", "\"photo_id\":\"ffca93d4-690c-4563-9d38-42c97b51443b\"")]
    [InlineData("loc", "\"loc\":{\"latitude\":1,\"longitude\":2}")]
    public async Task Values_without_an_order_come_last_and_are_ordered_by_id(string field, string member)
    {
        await using Api api = await Api.StartAsync(Vectors.Room(), new() { Listen = false });
        string[] ids = [.. Enumerable.Range(1, 4).Select(i => $"00000000-0000-4000-8000-00000000000{i}")];
        await api.Emulator.SeedAsync("room", [.. Enumerable.Reverse(ids).Select(id => $$"""{"id":"{{id}}"{{(id == ids[0] ? "" : "," + member)}}}""")]);

        string[] reversed = [.. ids[1..], ids[0]];
        Assert.Equal(ids, (await api.GetAsync($"objects/room.json?sort[{field}]=1")).Expect(200).Ids);
        Assert.Equal(reversed, (await api.GetAsync($"objects/room.json?sort[{field}]=-1")).Expect(200).Ids);
    }

    private static JsonElement Value(JsonElement item, string field)
        => item.TryGetProperty(field, out JsonElement value) ? value : JsonElement.Parse("null");

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Text(value.GetProperty("key")),
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Text))}]",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };
}
