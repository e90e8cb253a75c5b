using Acme.Field;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Paging;

/// <summary>How many requests reading by ranges takes, for ids of every kind. The numbers of objects and requests are the point: they do not depend on the
/// machine.</summary>
public sealed class RangeRequestTests
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("FULL") == "1";

    [Theory]
    [InlineData("version 4", 1.25, 1.15)]
    [InlineData("version 5", 1.25, 1.15)]
    [InlineData("version 1 of a minute", 1.6, 1.6)]
    [InlineData("version 1 of years", 1.6, 1.6)]
    [InlineData("version 7", 1.6, 1.6)]
    [InlineData("a tenth with one prefix", 1.8, 1.6)]
    [InlineData("a tenth in a row", 1.8, 1.6)]
    [InlineData("24 hexadecimal digits", 1.6, 1.6)]
    [InlineData("SO- and 7 digits", 1.6, 1.6)]
    [InlineData("upper case", 1.6, 1.6)]
    [InlineData("mixed case", 1.8, 1.7)]
    [InlineData("unpadded text", 1.6, 1.6)]
    [InlineData("unpadded text in any order", 1.8, 1.8)]
    [InlineData("every seventh number", 1.8, 1.8)]
    [InlineData("numbers from 50,000", 1.8, 1.8)]
    public async Task Ranges_take_few_requests_for_ids_of_every_kind(string shape, double mostFor20000, double mostForAMillion)
    {
        var random = new Random(TestSeed.Next());
        string[] ids = IdShapes.Make(shape, IsFull ? 1_000_000 : 20_000, random);
        var server = new RangeServer(ids);
        await ReadAsync(server, ids, IsFull ? mostForAMillion : mostFor20000);
        Assert.InRange(server.MostInFlight, 1, 4);
    }

    [Theory]
    [InlineData("version 4", 2.3)]
    [InlineData("version 1 of a minute", 2.3)]
    [InlineData("version 7", 2.3)]
    [InlineData("a tenth with one prefix", 2.3)]
    [InlineData("SO- and 7 digits", 2.3)]
    [InlineData("unpadded text", 2.3)]
    [InlineData("numbers from 50,000", 2.3)]
    public async Task Ranges_take_few_requests_from_a_server_that_can_do_less(string shape, double most)
    {
        var random = new Random(TestSeed.Next());
        string[] ids = IdShapes.Make(shape, IsFull ? 200_000 : 20_000, random);
        await ReadAsync(new RangeServer(ids) { HasNotIn = null }, ids, most);
        await ReadAsync(new RangeServer(ids) { HasNotIn = false }, ids, most);
        await ReadAsync(new RangeServer(ids) { IsSortedById = true }, ids, most);
        await ReadAsync(new RangeServer(ids) { HasTotal = false }, ids, most);
    }

    [Theory]
    [InlineData("version 4", 1.4)]
    [InlineData("version 1 of a minute", 1.7)]
    [InlineData("unpadded text", 1.8)]
    public async Task Beside_a_writer_no_object_that_stays_is_lost(string shape, double most)
    {
        var random = new Random(TestSeed.Next());
        string[] ids = IdShapes.Make(shape, IsFull ? 200_000 : 20_000, random);
        HashSet<string> staying = [.. ids];
        var server = new RangeServer(ids)
        {
            Writer = server =>
            {
                for (int i = 0; i < 20; i++)
                {
                    if (random.Next(2) == 0)
                    {
                        string id = server.Ids[random.Next(server.Ids.Count)];
                        server.Delete(id);
                        staying.Remove(id);
                        // Half of them are made again, at the end of the order of creation.
                        if (random.Next(2) == 0) server.Create(id);
                    }
                    else
                    {
                        server.Create(IdShapes.Uuid(random, '4'));
                    }
                }
            },
        };
        List<string> read = await IdsAsync(server);
        TestContext.Current.TestOutputHelper?.WriteLine($"{shape}: {server.Requests * 1000.0 / ids.Length:F2} requests per 1,000");
        Assert.Empty(staying.Except(read));
        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.InRange(server.Requests * 1000.0 / ids.Length, 0, most);
    }

    [Fact]
    public async Task An_early_object_that_was_deleted_and_made_again_is_found()
    {
        string[] ids = IdShapes.Make("rising", 5_000, new Random(1));
        var server = new RangeServer(ids);
        server.Delete(ids[17]);
        server.Create(ids[17]);
        await ReadAsync(server, ids, 2.4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Sorted_ranges_come_in_rising_order_whatever_the_number_of_lanes(int lanes)
    {
        string[] ids = IdShapes.Make("version 4", 12_000, new Random(TestSeed.Next()));
        var server = new RangeServer(ids);
        using FieldApp app = Connect(server, lanes);
        List<string> read = [];
        await foreach (Page<JourneyRecord> page in app.Objects("job").All().AsIdRanges()) read.AddRange(page.Items.Select(job => job.Id));
        Assert.Equal(server.Ids, read);
        Assert.InRange(server.MostInFlight, 1, lanes);
    }

    private static async Task ReadAsync(RangeServer server, string[] ids, double mostPerThousand)
    {
        List<string> read = await IdsAsync(server);
        double perThousand = server.Requests * 1000.0 / ids.Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"{perThousand:F2} requests per 1,000, total {server.HasTotal}, not in {server.HasNotIn}, sorted {server.IsSortedById}");
        Assert.Equal(ids.Length, read.Count);
        Assert.Empty(ids.Except(read));
        Assert.InRange(perThousand, 0, mostPerThousand);
    }

    private static async Task<List<string>> IdsAsync(RangeServer server)
    {
        using FieldApp app = Connect(server, 4);
        List<string> read = [];
        await foreach (Page<Job> page in app.Jobs.WithConsistency(ReadConsistency.Complete).AsPages()) read.AddRange(page.Items.Select(job => job.Id.Value));
        return read;
    }

    private static FieldApp Connect(RangeServer server, int lanes)
    {
        JourneyAppOptions options = Transports.Options(new FakeServer());
        options.Handler = server;
        options.MaxConcurrency = lanes;
        return new FieldApp(options);
    }
}
