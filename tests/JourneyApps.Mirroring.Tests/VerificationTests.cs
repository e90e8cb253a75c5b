using System.Globalization;
using JourneyApps.Records;

namespace JourneyApps.Mirroring.Tests;

public class VerificationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Each_of_100_planted_differences_is_found()
    {
        int seed = TestSeed.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.WriteAsync(Enumerable.Range(0, 400).Select(i => BatchOperation.Create(new JourneyRecord("job")
        {
            ["title"] = $"job {i}",
            ["cost"] = i / 4.0,
            ["crew"] = i,
            ["due"] = new DateOnly(2026, 1, 1).AddDays(i),
            ["starts"] = new DateTimeOffset(2026, 1, 1, 0, 0, i % 60, TimeSpan.Zero),
            ["urgent"] = i % 2 == 0,
            ["state"] = "new",
            ["level"] = 1,
            ["tags"] = new[] { "a" },
            ["codes"] = RecordValue.List(7),
            ["site_id"] = Guid.NewGuid().ToString("D"),
            ["place"] = RecordValue.Parse("""{"latitude":1.5,"longitude":2.5}"""),
        })));
        await copy.Mirror().CatchUpAsync();
        await copy.AssertEqualAsync("before:");

        string[] ids = copy.Query("SELECT id FROM job");
        random.Shuffle(ids);
        var planted = new HashSet<string>();
        string[] edits =
        [
            "title = title || 'x'", "cost = cost + 0.25", "crew = crew + 1", "due = date(due, '+1 day')", "starts = '2020-01-01T00:00:00Z'",
            "urgent = 1 - urgent", "state = 'busy'", "level = NULL", "tags = '[\"a\",\"b\"]'", "codes = '[]'", "site_id = NULL",
            "place_latitude = place_latitude + 0.0000000000001", "_other = '{\"a\":1}'", "updated_at = '2020-01-01T00:00:00Z'",
        ];
        for (int i = 0; i < 80; i++)
        {
            string edit = edits[random.Next(edits.Length)];
            Assert.Equal(1, copy.Run($"UPDATE job SET {edit} WHERE id = '{ids[i]}'"));
            planted.Add($"Value {ids[i]} {edit.Split(' ')[0]}");
        }

        for (int i = 80; i < 90; i++)
        {
            copy.Run($"DELETE FROM job WHERE id = '{ids[i]}'");
            planted.Add($"MissingRow {ids[i]} ");
            string surplus = Guid.NewGuid().ToString("D");
            copy.Run(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO job (id, title) VALUES ('{surplus}', 'surplus')"));
            planted.Add($"SurplusRow {surplus} ");
        }

        MirrorVerification found = await copy.Mirror().VerifyAsync();
        Assert.Equal(100, planted.Count);
        Assert.Equal(planted.Order(), found.Differences.Select(difference => $"{difference.Kind} {difference.Id} {difference.Column}").Order());
        Assert.False(found.IsEqual);
        Assert.Equal(400, found.Objects);
    }

    [Fact]
    public async Task A_label_that_embeds_another_object_is_not_a_difference()
    {
        await using EmulatedCopy copy = await EmulatedCopy.StartAsync();
        await copy.Client.Objects("job").CreateAsync(new JourneyRecord("job") { ["title"] = "one" });
        await copy.Mirror().CatchUpAsync();
        copy.Run("UPDATE job SET display = 'other'");
        await copy.AssertEqualAsync();
    }
}
