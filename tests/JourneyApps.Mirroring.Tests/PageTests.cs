using JourneyApps.Mirroring.Rows;
using JourneyApps.Records;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Tests;

/// <summary>A page of the oplog becomes one change for each object, the newest.</summary>
public class PageTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RowLayout Layout = new(CopyTable.Of(SchemaParser.Parse(
        "<data-model><model name=\"job\" label=\"J\"><field name=\"title\" label=\"T\" type=\"text\" /><display>x</display></model></data-model>").DataModel.Models[0]));

    [Fact]
    public void The_newest_change_of_an_object_counts_whatever_its_time()
    {
        ModelChanges changes = Of(
            Upsert("a", 1, "old") with { UpdatedAt = Now.AddHours(1) }, Upsert("a", 2, "new") with { UpdatedAt = Now }, Delete("b", 3),
            Upsert("b", 4, "again"), Upsert("c", 5, "brief"), Delete("c", 6));
        Assert.Equal(["a new 2", "b again 4"], changes.Rows.Select(Text));
        Assert.Equal(["c 6"], changes.Deletions.Select(deletion => $"{deletion.Id} {deletion.Sequence}"));
        Assert.Equal(["a old 1", "a new 2", "b  3", "b again 4", "c brief 5", "c  6"], changes.Versions.Select(Text));
    }

    [Fact]
    public void An_object_that_cannot_be_read_keeps_its_row_and_is_a_problem()
    {
        ModelChanges changes = Of(
            Upsert("a", 1, "kept"),
            new MirrorChange<JourneyRecord>(MirrorChangeKind.Unreadable, new Id<JourneyRecord>("a")) { Model = "job", Sequence = 2, Exception = new FormatException("bad") });
        Assert.Equal(["a kept 1"], changes.Rows.Select(Text));
        RowProblem problem = Assert.Single(changes.Problems);
        Assert.Equal(("a", ""), (problem.Id, problem.Column));
        Assert.Contains("bad", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CopyColumnKind.Integer, "2147483648", "32 bits")]
    [InlineData(CopyColumnKind.Integer, "1.5", "whole number")]
    [InlineData(CopyColumnKind.BigInteger, "9223372036854775808", "64 bits")]
    [InlineData(CopyColumnKind.Number, "1e999", "finite")]
    [InlineData(CopyColumnKind.Date, "\"10000-01-01\"", "day")]
    [InlineData(CopyColumnKind.DateTime, "\"yesterday\"", "point in time")]
    [InlineData(CopyColumnKind.Text, "\"a\\u0000b\"", "U+0000")]
    [InlineData(CopyColumnKind.Text, "\"a\\ud83d\"", "surrogate")]
    [InlineData(CopyColumnKind.Json, "{\"a\":[\"\\ud83d\"]}", "surrogate")]
    [InlineData(CopyColumnKind.Json, "{\"a\\u0000\":1}", "U+0000")]
    [InlineData(CopyColumnKind.KeyArray, "[{\"key\":\"a\\u0000\"}]", "list of keys")]
    [InlineData(CopyColumnKind.BigIntegerArray, "[1,\"x\"]", "list of whole numbers")]
    [InlineData(CopyColumnKind.Boolean, "\"true\"", "true or false")]
    public void What_does_not_fit_is_null_with_a_reason(CopyColumnKind kind, string json, string words)
    {
        Assert.Null(ValueReader.Read(kind, RecordValue.Parse(json), out string? reason));
        Assert.Contains(words, reason, StringComparison.Ordinal);
    }

    private static ModelChanges Of(params MirrorChange<JourneyRecord>[] changes)
    {
        var step = new MirrorStep { Checkpoint = "", DataModel = DataModel.Empty, Phases = new Dictionary<string, MirrorPhase>(), Changes = changes };
        return Assert.Single(PageChanges.Of(step, new Dictionary<string, RowLayout> { ["job"] = Layout }, _ => true, Now));
    }

    private static MirrorChange<JourneyRecord> Upsert(string id, long sequence, string title)
        => new(MirrorChangeKind.Upsert, new Id<JourneyRecord>(id))
        {
            Model = "job",
            Sequence = sequence,
            Object = JourneyRecord.Parse($$"""{"id":"{{id}}","title":"{{title}}"}""", "job"),
        };

    private static MirrorChange<JourneyRecord> Delete(string id, long sequence)
        => new(MirrorChangeKind.Delete, new Id<JourneyRecord>(id)) { Model = "job", Sequence = sequence, UpdatedAt = Now };

    private static string Text(object?[] row) => $"{row[0]} {row[Layout.Table.IndexOf("title")]} {row[Layout.SequenceIndex]}";
}
