using System.Text;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Runtime.Tests.Json;

public sealed class PageTests
{
    [Fact]
    public void A_pages_envelope_is_read()
    {
        ModelPage<Site> page = Read.Page<Site>("""{"extra":{"a":[1]},"objects":[{"id":"1","name":"a"},{"id":"2"}],"count":2,"total":12,"more":true}""");

        Assert.Equal(["1", "2"], page.Objects.Select(static site => site.Id.Value));
        Assert.Equal((12, true, 2), (page.Total, page.More, page.Received));
    }

    [Fact]
    public void The_total_may_be_absent_and_an_array_alone_is_a_page()
    {
        Assert.Null(Read.Page<Site>("""{"objects":[],"more":false}""").Total);
        Assert.Equal(1, Read.Page<Site>("""[{"id":"1"}]""").Received);
    }

    [Theory]
    [InlineData("\"name\":5")]
    [InlineData("\"name\":[{\"id\":\"x\"}]")]
    [InlineData("\"street\":{\"a\":{\"b\":[]}}")]
    public void An_unreadable_object_never_costs_its_page(string fault)
    {
        ModelPage<Site> page = Read.Page<Site>($$"""{"objects":[{"id":"1","name":"a"},{ {{fault}}, "id":"2"},null,7,{"name":"b"},{"id":"3","name":"c"}],"more":false}""");

        Assert.Equal(["1", "3"], page.Objects.Select(static site => site.Id.Value));
        Assert.Equal([(1, "2"), (2, null), (3, null), (4, null)], page.Unreadable.Select(static entry => (entry.Position, entry.Id)));
        Assert.Equal(6, page.Received);
    }

    [Fact]
    public void Nesting_and_broken_utf8_inside_a_value_cost_their_object_only()
    {
        string deep = new string('[', 500) + new string(']', 500);
        byte[] json = Encoding.UTF8.GetBytes($$"""[{"id":"1","name":{{deep}}},{"id":"2","name":"?"},{"id":"3","name":"c"}]""");
        json[Array.LastIndexOf(json, (byte)'?')] = 0xFF;

        ModelPage<Site> page = ModelJson.ReadPage<Site>(json);

        Assert.Equal(["3"], page.Objects.Select(static site => site.Id.Value));
        Assert.Equal(["1", "2"], page.Unreadable.Select(static entry => entry.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"objects\":[{\"id\":\"1\"}")]
    [InlineData("{\"objects\":[{\"id\":\"1\"}]} x")]
    [InlineData("<html>")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("{\"objects\":5}")]
    [InlineData("{\"objects\":[],\"more\":\"yes\"}")]
    public void A_broken_answer_is_one_fault_of_the_whole(string json) =>
        Assert.True(Assert.Throws<JsonValueException>(() => Read.Page<Site>(json)).IsWholeResponse);

    [Fact]
    public void Related_objects_inside_each_other_are_read_to_a_limit()
    {
        string json = string.Concat(Enumerable.Repeat("{\"id\":\"1\",\"parent\":", 100)) + "null" + new string('}', 100);

        ModelPage<Job> page = Read.Page<Job>($"[{json}]");

        Assert.Single(page.Unreadable);
    }

    [Fact]
    public void Random_bytes_and_random_json_give_a_page_or_the_one_fault()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        byte[] good = Encoding.UTF8.GetBytes($$"""{"objects":[{{ServerJson.Job}},{{ServerJson.Job}}],"more":true,"total":5}""");
        string[] scraps = ["null", "true", "\"x\"", "5", "1e400", "{", "}", "[", "]", "\"\\ud800\"", "{\"key\":null}", "[[[]]]", ","];
        int readable = 0;

        for (int round = 0; round < 10_000; round++)
        {
            byte[] json = Damage(good, random, scraps);
            try
            {
                readable += ModelJson.ReadPage<Job>(json).Received;
            }
            catch (JsonValueException)
            {
                continue;       // the one exception that is allowed
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {seed}, round {round}: {exception}\n{Encoding.UTF8.GetString(json)}");
            }
        }

        Assert.True(readable > 100, $"seed {seed}: nearly nothing was readable ({readable}), so the damage is too coarse to show anything");
    }

    private static byte[] Damage(byte[] json, Random random, string[] scraps)
    {
        List<byte> damaged = [.. json];
        for (int cuts = random.Next(1, 4); cuts > 0; cuts--)
        {
            int at = random.Next(damaged.Count);
            switch (random.Next(3))
            {
                case 0: damaged[at] = (byte)random.Next(256); break;
                case 1: damaged.RemoveRange(at, Math.Min(random.Next(1, 20), damaged.Count - at)); break;
                default: ReplaceValue(damaged, at, scraps[random.Next(scraps.Length)]); break;
            }
        }

        return [.. damaged];
    }

    /// <summary>Puts a scrap where a value stands, so that the JSON often stays whole and only a field is wrong.</summary>
    private static void ReplaceValue(List<byte> json, int near, string scrap)
    {
        int colon = json.IndexOf((byte)':', near);
        int end = colon < 0 ? -1 : json.FindIndex(colon, static b => b is (byte)',' or (byte)'}');
        if (end < 0)
            return;

        json.RemoveRange(colon + 1, end - colon - 1);
        json.InsertRange(colon + 1, Encoding.UTF8.GetBytes(scrap));
    }
}
