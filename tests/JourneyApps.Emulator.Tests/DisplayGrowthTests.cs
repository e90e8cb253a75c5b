using System.Diagnostics;
using System.Text;

namespace JourneyApps.Emulator.Tests;

/// <summary>Formats and objects whose display texts would grow without end. A reader that asks at the same time is answered.</summary>
public sealed class DisplayGrowthTests(ITestOutputHelper output)
{
    private const int MaxLength = 65_536 + 1;

    private static readonly (string Name, string Format)[] Shapes =
    [
        ("ten self-links", Repeat("{p}", 10)),
        ("a hundred self-links", Repeat("{p}", 100)),
        ("ten thousand self-links", Repeat("{p}", 10_000)),
        ("self-link and text", "{name}{p}"),
        ("two self-links and text", "{name}{p}{name}{p}"),
        ("a long path", "{" + Repeat("p.", 1000) + "name}"),
        ("a very long path", "{" + Repeat("p.", 100_000) + "name}"),
        ("long paths", Repeat("{p.p.p.p.p.p.p.p.name}", 1000)),
        ("long paths to a display", Repeat("{p.p.p.p.p.p.p.p}", 1000)),
        ("two models in turn", Repeat("{q}{p}", 10)),
        ("its own text many times", Repeat("{name}", 10_000)),
        ("much literal text", new string('x', 200_000) + "{p}{p}"),
        ("many options", Repeat("{tags}{p}", 50)),
    ];

    [Fact]
    public async Task A_display_text_is_bounded_whatever_the_format_and_the_objects()
    {
        int shown = 0;
        TimeSpan slowest = default;
        foreach ((string name, string format) in Shapes)
        {
            foreach (int depth in new[] { 1, 2, 8, 64 })
            {
                var watch = Stopwatch.StartNew();
                shown += await ShowAsync(format, depth);
                if (watch.Elapsed > slowest) slowest = watch.Elapsed;
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{name}, depth {depth}: {watch.Elapsed}");
            }
        }

        output.WriteLine($"{Shapes.Length} formats, chains of 1, 2, 8 and 64 objects, {shown} texts; the slowest in {slowest.TotalMilliseconds:F0} ms");
    }

    // A ring of objects, so that there is no end to any of the links.
    private static async Task<int> ShowAsync(string format, int depth)
    {
        string schema = $"""
            <data-model>
              <model name="a" label="A">
                <field name="name" label="Name" type="text"/>
                <field name="tags" label="Tags" type="multiple-choice"><option key="x">{new string('l', 100)}</option><option key="y">Y</option></field>
                <belongs-to model="a" name="p"/><belongs-to model="b" name="q"/>
                <display>{format}</display>
              </model>
              <model name="b" label="B">
                <field name="name" label="Name" type="text"/><field name="tags" label="Tags" type="text"/>
                <belongs-to model="a" name="p"/><belongs-to model="b" name="q"/>
                <display>{format}</display>
              </model>
            </data-model>
            """;
        await using Api api = await Api.StartAsync(schema, new() { Listen = false });
        string name = new('n', 1000);
        for (int i = 0; i < depth; i++)
        {
            await api.Emulator.SeedAsync("a", $$"""{"id":"{{Id(i)}}","name":"{{name}}","tags":["x","y"],"p_id":"{{Id((i + 1) % depth)}}","q_id":"{{Id(i)}}"}""");
            await api.Emulator.SeedAsync("b", $$"""{"id":"{{Id(i)}}","name":"{{name}}","p_id":"{{Id(i)}}","q_id":"{{Id((i + 1) % depth)}}"}""");
        }

        Task<Answer> page = Task.Run(() => api.GetAsync("objects/a.json"));
        Task<Answer> other = Task.Run(() => api.GetAsync("objects/b/count.json"));
        await Task.WhenAll(page, other).WaitAsync(TimeSpan.FromSeconds(20));
        string[] texts = [.. (await page).Expect(200)["objects"].EnumerateArray().Select(item => item.GetProperty("display").GetString()!)];
        Assert.Equal(depth, texts.Length);
        Assert.All(texts, text => Assert.True(text.Length <= MaxLength, $"{text.Length} characters"));
        return texts.Length;
    }

    private static string Id(int number) => $"00000000-0000-4000-8000-{number:x12}";

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
