using JourneyApps.Mirroring.Dialects;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Dialect;

/// <summary>Which rows are written.</summary>
public sealed class WritingTests(PostgreSqlServer server)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Equal_rows_are_not_written_again()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        object?[] row = TestDatabase.Row("a", ("Text", "x"), ("Json", "{\"b\": 1.0, \"a\": 2}"), ("KeyArray", new[] { "k" }), ("_sequence", 1L));
        await database.UpsertAsync(row);
        object? version = await VersionAsync(database);

        long equal = await database.UpsertAsync(row, TestDatabase.Row("b"));
        long newer = await database.UpsertAsync(TestDatabase.Row("a", ("Text", "x"), ("Json", "{\"a\":2,\"b\":1.0}"), ("KeyArray", new[] { "k" }), ("_sequence", 2L)));

        Assert.Equal((1, 0), (equal, newer));
        Assert.Equal(version, await VersionAsync(database));
    }

    [Theory]
    [InlineData("Text", "y")]
    [InlineData("Text", null)]
    [InlineData("KeyArray", null)]
    public async Task A_row_that_differs_in_one_value_is_written_with_its_sequence(string column, object? value)
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        await database.UpsertAsync(TestDatabase.Row("a", ("Text", "x"), ("KeyArray", new[] { "k" }), ("_sequence", 1L)));
        object?[] changed = TestDatabase.Row("a", ("Text", "x"), ("KeyArray", new[] { "k" }), (column, value), ("_sequence", 2L));

        Assert.Equal(1, await database.UpsertAsync(changed));

        Assert.Equal(changed, Assert.Single(await database.RowsAsync()));
    }

    [Fact]
    public async Task Rows_that_exist_stay_when_only_missing_ones_are_inserted()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        await database.UpsertAsync(TestDatabase.Row("a", ("Text", "old")));

        long written = await database.StepAsync((transaction, cancellation) => database.Mirror.InsertMissingAsync(
            transaction, TestDatabase.Things, [TestDatabase.Row("a", ("Text", "new")), TestDatabase.Row("b", ("Text", "new"))], cancellation));

        Assert.Equal(1, written);
        Assert.Equal(["old", "new"], (await database.RowsAsync()).Select(row => row[TestDatabase.Things.IndexOf("Text")]));
    }

    [Fact]
    public async Task Only_rows_that_are_not_marked_yet_are_marked_as_deleted()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        object?[] marked = TestDatabase.Row("b", ("_deleted_at", Noon.AddDays(-1)), ("_sequence", 1L));
        await database.UpsertAsync(TestDatabase.Row("a", ("_sequence", 1L)), marked);

        long written = await database.StepAsync((transaction, cancellation) => database.Mirror.MarkDeletedAsync(
            transaction, TestDatabase.Things, [new CopyDeletion("a", 2, Noon), new CopyDeletion("b", 2, Noon), new CopyDeletion("c", null, Noon)], cancellation));

        Assert.Equal(1, written);
        Assert.Equal([TestDatabase.Row("a", ("_deleted_at", Noon), ("_sequence", 2L)), marked], await database.RowsAsync());
    }

    private static Task<object?> VersionAsync(TestDatabase database) => database.ValueAsync("SELECT xmin::text || ctid::text FROM journeyapps.thing WHERE id = 'a'");
}
