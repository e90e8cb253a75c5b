using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;

namespace JourneyApps.Runtime.Tests.Json;

/// <summary>Members in any order, in pieces, escaped, and read by many at once: guessing the next name must never show.</summary>
public sealed class OrderTests
{
    [Fact]
    public void Members_in_any_order_give_the_same_object()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        string expected = Canonical(Read.One<Job>(ServerJson.Job));

        for (int round = 0; round < 500; round++)
            Assert.True(expected == Canonical(Read.One<Job>(Shuffled(random))), $"seed {seed}, round {round}");
    }

    [Fact]
    public async Task Pages_in_different_orders_are_read_by_many_threads_at_once()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        string expected = Canonical(Read.One<Job>(ServerJson.Job));
        byte[][] pages = [.. Enumerable.Range(0, 8).Select(_ => Encoding.UTF8.GetBytes($"[{string.Join(",", Enumerable.Range(0, 20).Select(_ => Shuffled(random)))}]"))];

        await Parallel.ForAsync(0, 200, (i, _) =>
        {
            foreach (Job job in ModelJson.ReadPage<Job>(pages[i % pages.Length]).Objects)
                Assert.True(expected == Canonical(job), $"seed {seed}");
            return ValueTask.CompletedTask;
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void An_object_in_pieces_is_read_by_its_converter(int pieceLength)
    {
        Utf8JsonReader reader = new(Pieces(Encoding.UTF8.GetBytes(ServerJson.Job), pieceLength));

        Job job = JsonSerializer.Deserialize<Job>(ref reader)!;

        Assert.Equal(Canonical(Read.One<Job>(ServerJson.Job)), Canonical(job));
    }

    [Fact]
    public void Escaped_names_and_values_are_read()
    {
        Job job = Read.One<Job>("""
            {"\u0069d":"\u0031","titl\u0065":"\u0041","\u0073tate":{"k\u0065y":"b\u0075sy","displa\u0079":"B\u0075sy"},"du\u0065":"2026\u002d01-02",
             "started_at":"2026-01-02T03:04:05\u005a","updated_at":"2026-01-02T03:04:05\u005a","photo":{"stat\u0065":"upl\u006faded","origin\u0061l":"https:\/\/o\/p"},
             "position":{"latitud\u0065":1,"longitude":2,"timestamp":"2026\u002d01-02T03:04:05Z"},"typ\u0065":"jo\u0062"}
            """);

        Assert.Equal(("1", "A", JobState.Busy, "Busy"), (job.Id.Value, job.Title, job.State?.Value, job.State?.Display));
        Assert.Equal((new DateOnly(2026, 1, 2), 5, 5), (job.Due, job.StartedAt?.Second, job.UpdatedAt?.Second));
        Assert.Equal((AttachmentState.Uploaded, "https://o/p"), (job.Photo?.State, job.Photo?.OriginalUrl));
        Assert.Equal((1.0, 2026), (job.Position?.Latitude, job.Position?.Timestamp?.Year));
    }

    [Fact]
    public void Thousands_of_unknown_names_are_skipped_and_not_remembered()
    {
        string members = string.Join(",", Enumerable.Range(0, 20_000).Select(static i => $"\"unknown{i}\":{i}"));

        Site site = Read.One<Site>($$"""{"id":"1",{{members}},"name":"x"}""");

        Assert.Equal("x", site.Name);
        Assert.Equal("y", Read.One<Site>("""{"id":"1","unknown1":1,"name":"y"}""").Name);
    }

    private static string Shuffled(Random random)
    {
        KeyValuePair<string, JsonNode?>[] members = [.. JsonNode.Parse(ServerJson.Job)!.AsObject()];
        random.Shuffle(members);
        return new JsonObject(members.Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();
    }

    private static string Canonical(Job job) => JsonSerializer.Serialize(job) + job.Site?.Name;

    private static ReadOnlySequence<byte> Pieces(byte[] json, int pieceLength)
    {
        Piece first = new(json.AsMemory(0, pieceLength), 0);
        Piece last = first;
        for (int at = pieceLength; at < json.Length; at += pieceLength)
            last = last.Append(json.AsMemory(at, Math.Min(pieceLength, json.Length - at)));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long index)
        {
            Memory = memory;
            RunningIndex = index;
        }

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            Piece next = new(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
