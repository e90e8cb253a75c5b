using Acme.Documented;
using JourneyApps.Oplog;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Endpoint 10, with a sequence that no double can hold.</summary>
public sealed class ChangeLogExamples
{
    private const string AssetId = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";

    // Sequences of the platform are seconds above 32 bits of counter: this moment and so many writes before give the documented one.
    private const string Moment = "2022-03-08T22:46:23Z";
    private const int WritesBefore = 432;
    private const long Sequence = 7072864452705518000;

    private const string Object = $$"""
        { "id": "{{AssetId}}", "type": "asset", "updated_at": "{{Moment}}", "display": "Apple ", "make": "Apple" }
        """;

    [Fact]
    [Endpoint("10")]
    public async Task Entries_from_a_sequence_on()
    {
        await using DocumentedServer server = await SeededAsync();

        OplogPage page = await server.App.Oplog.ReadPageAsync(new OplogCheckpoint(Sequence, server.Emulator.DataModelHash));

        server.AssertLast("10", "oplog.json?start=7072864452705518000&limit=1000", "", 200, $$"""
            { "entries": [ { "sequence": 7072864452705518000, "operation": "update", "object": {{Object}} } ],
              "datamodel_hash": "{{server.Emulator.DataModelHash}}" }
            """);
        OplogEntry entry = Assert.Single(page.Entries);
        Assert.Equal((Sequence, OplogOperation.Update, "Apple"), (entry.Sequence, entry.Operation, Assert.IsType<Asset>(entry.Object).Make));
        Assert.Equal((Sequence + 1, server.Emulator.DataModelHash), (page.Checkpoint.Next, page.Checkpoint.DataModelHash));
    }

    [Fact]
    [Endpoint("10")]
    public async Task The_newest_entries()
    {
        await using DocumentedServer server = await SeededAsync();

        OplogPage page = await server.App.Oplog.TailAsync(1);

        server.AssertLast("10", "oplog.json?tail=true&limit=1", "", 200, $$"""
            { "entries": [ { "sequence": 7072864452705518000, "operation": "update", "object": {{Object}} } ],
              "datamodel_hash": "{{server.Emulator.DataModelHash}}" }
            """);
        Assert.Equal(Sequence, Assert.Single(page.Entries).Sequence);
    }

    [Fact]
    [Endpoint("10")]
    public async Task The_newer_form_with_sequences_as_text()
    {
        await using DocumentedServer server = await SeededAsync();

        await server.CallAsync(HttpMethod.Get, "oplog.json?start=7072864452705518000&sequence_ids=true");

        server.AssertLast("10", "oplog.json?start=7072864452705518000&sequence_ids=true", "", 200, $$"""
            {
              "entries": [
                { "sequence_id": "7072864452705518000", "app_id": "6227b6069983d600076e3af5",
                  "operation": "update", "events": [], "object": {{Object}} }
              ],
              "has_more": false,
              "next_request_start": "7072864452705518001",
              "datamodel_hash": "{{server.Emulator.DataModelHash}}"
            }
            """);
    }

    private static async Task<DocumentedServer> SeededAsync()
    {
        DocumentedServer server = await DocumentedServer.StartAsync(Moment);
        await server.Emulator.SeedAsync("asset", Enumerable.Repeat($$"""{"id":"{{AssetId}}","make":"Apple"}""", WritesBefore + 1));
        return server;
    }
}
