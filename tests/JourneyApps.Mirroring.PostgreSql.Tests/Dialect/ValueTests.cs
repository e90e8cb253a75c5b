using JourneyApps.Mirroring.Dialects;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Dialect;

/// <summary>Values of every kind, with their extremes, in the statement that writes many rows.</summary>
public sealed class ValueTests(PostgreSqlServer server)
{
    [Fact]
    public async Task Values_of_every_kind_come_back_equal()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        object?[][] rows =
        [
            TestDatabase.Row("a-null"),
            TestDatabase.Row(
                "b-least", ("Id", ""), ("Key", ""), ("Text", ""), ("Integer", (long)int.MinValue), ("BigInteger", long.MinValue), ("Number", double.MinValue),
                ("Boolean", false), ("Date", DateOnly.MinValue), ("DateTime", DateTimeOffset.MinValue), ("KeyArray", Array.Empty<string>()),
                ("BigIntegerArray", Array.Empty<long>()), ("Json", "{}"), ("_sequence", 0L)),
            TestDatabase.Row(
                "c-greatest", ("Id", "\U0010FFFF"), ("Key", "\uFFFF"), ("Text", "\u0001\u007F\uFEFF\u2028"), ("Integer", (long)int.MaxValue), ("BigInteger", long.MaxValue),
                ("Number", double.MaxValue), ("Boolean", true), ("Date", DateOnly.MaxValue), ("DateTime", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, 999, TimeSpan.Zero)),
                ("KeyArray", new[] { "NULL", "", "a,b", "{c}", "\"d\"", "\\e", " f ", "\n", "'" }), ("BigIntegerArray", new[] { long.MinValue, 0, long.MaxValue }),
                ("Json", """{"a": [1.10, null, "\u0001", {"b": true}]}"""), ("_sequence", long.MaxValue)),
            TestDatabase.Row("d-small", ("Number", double.Epsilon), ("Text", "'; DROP TABLE thing; --"), ("DateTime", new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero))),
        ];

        Assert.Equal(rows.Length, await database.UpsertAsync(rows));

        Assert.Equal(rows, await database.RowsAsync());
    }

    // The driver would write infinity, which other programs cannot read as a day.
    [Fact]
    public async Task The_first_and_last_days_and_moments_are_not_infinite()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);

        await database.UpsertAsync(
            TestDatabase.Row("a", ("Date", DateOnly.MinValue), ("DateTime", DateTimeOffset.MinValue)),
            TestDatabase.Row("b", ("Date", DateOnly.MaxValue), ("DateTime", DateTimeOffset.MaxValue)));

        Assert.Equal(2L, await database.ValueAsync("SELECT count(*) FROM journeyapps.thing WHERE isfinite(\"Date\") AND isfinite(\"DateTime\")"));
        Assert.Equal("9999-12-31", await database.ValueAsync("SELECT to_char(\"DateTime\" AT TIME ZONE 'UTC', 'YYYY-MM-DD') FROM journeyapps.thing WHERE id = 'b'"));
    }

    [Theory]
    [InlineData("Text", "a\0b")]
    [InlineData("Json", "{\"a\":\"\\u0000\"}")]
    [InlineData("Json", "{\"a\":\"\\ud800\"}")]
    [InlineData("Json", "1e400000")]
    [InlineData("Integer", 2147483648L)]
    public async Task A_value_that_PostgreSQL_refuses_is_known_as_such(string column, object value)
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() => database.UpsertAsync(TestDatabase.Row("a", (column, value))));

        Assert.Equal(DatabaseFault.RefusedValue, database.Mirror.Classify(error));
    }

    [Fact]
    public async Task Ids_are_compared_byte_by_byte()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);

        await database.UpsertAsync(TestDatabase.Row("a"), TestDatabase.Row("B"), TestDatabase.Row("ä"), TestDatabase.Row("A"));

        Assert.Equal(["A", "B", "a", "ä"], (await database.RowsAsync()).Select(row => row[0]));
    }

    [Fact]
    public async Task A_table_can_have_1600_columns()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        SqlTable wide = new("wide", [.. Enumerable.Range(0, database.Mirror.Dialect.MaxColumns).Select(i => new SqlColumn($"c{i}", Schema.CopyColumnKind.Integer))], ["c0"]);
        await database.RunAsync([database.Mirror.Dialect.CreateTable(wide)]);
        object?[] row = [.. Enumerable.Range(0, wide.Columns.Count).Select(i => (object?)(i % 2 == 0 ? (long)i : null))];

        for (int i = 0; i < 2; i++)
            Assert.Equal(1 - i, await database.StepAsync((transaction, cancellation) => database.Mirror.UpsertAsync(transaction, wide, [row], cancellation)));
    }
}
