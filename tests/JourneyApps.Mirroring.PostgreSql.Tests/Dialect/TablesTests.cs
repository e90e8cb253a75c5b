using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using JourneyApps.TestServers;

namespace JourneyApps.Mirroring.PostgreSql.Tests.Dialect;

/// <summary>Tables, what users build on them, and views.</summary>
public sealed class TablesTests(PostgreSqlServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tables_are_read_with_their_present_columns()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        await database.RunAsync("CREATE TABLE journeyapps.mine (a integer, b integer); ALTER TABLE journeyapps.mine DROP COLUMN a; CREATE TABLE public.other (c integer)");
        await database.RunAsync("CREATE VIEW journeyapps.taken AS SELECT 1 AS one; CREATE VIEW journeyapps._thing_labels AS SELECT 1 AS one");
        await using DbConnection connection = await database.Mirror.OpenAsync(Cancellation);

        IReadOnlyList<DatabaseTable> tables = await database.Mirror.ReadTablesAsync(connection, Cancellation);

        Assert.Equal(["mine", "taken", "thing"], tables.Select(table => table.Name));
        Assert.Equal(["b"], tables[0].Columns);
        Assert.Equal(TestDatabase.Things.Columns.Select(column => column.Name), tables[2].Columns);
    }

    [Fact]
    public async Task Views_and_indexes_that_follow_a_renamed_column_are_found_and_their_SQL_creates_them_again()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        SqlDialect dialect = database.Mirror.Dialect;
        await database.RunAsync(
            """
            CREATE SCHEMA reports;
            CREATE VIEW reports."All things" AS SELECT id, "Text" AS name FROM journeyapps.thing;
            CREATE VIEW reports.unrelated AS SELECT id FROM journeyapps.thing;
            CREATE MATERIALIZED VIEW reports.longest AS SELECT max(length("Text")) AS longest FROM journeyapps.thing;
            CREATE INDEX by_text ON journeyapps.thing (lower("Text"));
            CREATE INDEX "_thing_Text" ON journeyapps.thing ("Text");
            """);
        await database.RunAsync([dialect.RenameColumn("thing", "Text", "_Text_1"), dialect.AddColumn("thing", new SqlColumn("Text", CopyColumnKind.Number))]);

        IReadOnlyList<DependentObject> users = await ReadAsync(database, "_Text_1");

        Assert.Equal(
            [("view", "reports.\"All things\""), ("materialized view", "reports.longest"), ("index", "journeyapps.by_text")],
            users.Select(user => (user.Kind, user.Name)));
        Assert.Empty(await ReadAsync(database, "Text"));
        Exception inUse = await Assert.ThrowsAnyAsync<Exception>(() => database.RunAsync([dialect.DropColumn("thing", "_Text_1")]));
        Assert.Equal(DatabaseFault.InUse, database.Mirror.Classify(inUse));

        foreach (DependentObject user in users) await database.RunAsync($"{user.DropText}; {user.CreateText}");
        Assert.Equal(users, await ReadAsync(database, "_Text_1"));
        foreach (DependentObject user in users) await database.RunAsync(user.DropText);
        await database.RunAsync([dialect.DropColumn("thing", "_Text_1")]);
    }

    [Fact]
    public async Task What_uses_a_table_is_found()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        await database.RunAsync("CREATE VIEW public.number AS SELECT count(*) FROM journeyapps.thing");
        await using DbConnection connection = await database.Mirror.OpenAsync(Cancellation);

        DependentObject user = Assert.Single(await database.Mirror.ReadDependentsAsync(connection, "thing", null, Cancellation));

        Assert.Equal("DROP VIEW public.number", user.DropText);
    }

    [Theory]
    [InlineData("Key")]
    [InlineData("KeyArray")]
    [InlineData("BigInteger")]
    public async Task A_replaced_view_of_labels_keeps_its_rights_and_the_views_that_use_it(string name)
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        SqlDialect dialect = database.Mirror.Dialect;
        string role = $"reader_{Guid.NewGuid():N}";
        string label = dialect.LabelOf(TestDatabase.Things.Columns[TestDatabase.Things.IndexOf(name)], "thing", "state");
        await database.RunAsync("CREATE TABLE journeyapps._journeyapps_option (model text COLLATE \"C\", field text COLLATE \"C\", key text COLLATE \"C\", label text)");
        await ReplaceAsync($"{label} AS state");
        await database.RunAsync($"CREATE ROLE {role}; GRANT SELECT ON journeyapps._thing_labels TO {role}; CREATE VIEW public.mine AS SELECT id, state FROM journeyapps._thing_labels");

        await ReplaceAsync($"{label} AS state, {label} AS added");
        await ReplaceAsync("CAST(NULL AS text) AS state, CAST(NULL AS text) AS added");
        await ReplaceAsync($"{label} AS state, {label} AS added");

        Assert.Equal(true, await database.ValueAsync($"SELECT has_table_privilege('{role}', 'journeyapps._thing_labels', 'SELECT')"));
        Assert.Equal(0L, await database.ValueAsync("SELECT count(state) FROM public.mine"));

        Task ReplaceAsync(string columns) => database.RunAsync(dialect.ReplaceView("_thing_labels", $"SELECT t.id, {columns} FROM journeyapps.thing t"));
    }

    [Fact]
    public async Task Labels_stand_in_for_keys_of_every_kind()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        await database.RunAsync(
            """
            CREATE TABLE journeyapps._journeyapps_option (model text COLLATE "C", field text COLLATE "C", key text COLLATE "C", label text);
            INSERT INTO journeyapps._journeyapps_option VALUES
                ('thing', 'it''s', 'new', 'New'), ('thing', 'it''s', 'true', 'Yes'), ('thing', 'it''s', '7', 'Seven'), ('other', 'it''s', 'old', 'Wrong');
            """);
        await database.UpsertAsync(
            TestDatabase.Row("a", ("Key", "new"), ("BigInteger", 7L), ("Boolean", true), ("KeyArray", new[] { "old", "new" }), ("BigIntegerArray", new[] { 8L, 7L })),
            TestDatabase.Row("b"));
        string labels = string.Join(" || '|' || ", new[] { "Key", "BigInteger", "Boolean", "KeyArray", "BigIntegerArray" }
            .Select(name => database.Mirror.Dialect.LabelOf(TestDatabase.Things.Columns[TestDatabase.Things.IndexOf(name)], "thing", "it's")));

        Assert.Equal("New|Seven|Yes|old, New|8, Seven", await database.ValueAsync($"SELECT {labels} FROM journeyapps.thing t WHERE id = 'a'"));
        Assert.Null(await database.ValueAsync($"SELECT {labels} FROM journeyapps.thing t WHERE id = 'b'"));
    }

    [Fact]
    public async Task Creating_twice_is_known_as_such()
    {
        TestDatabase database = await TestDatabase.CreateAsync(server);
        SqlDialect dialect = database.Mirror.Dialect;
        await database.RunAsync(dialect.CreateSchema);

        foreach (SqlStatement statement in (SqlStatement[])[dialect.CreateTable(TestDatabase.Things), dialect.AddColumn("thing", TestDatabase.Things.Columns[1])])
        {
            Exception error = await Assert.ThrowsAnyAsync<Exception>(() => database.RunAsync([statement]));
            Assert.Equal(DatabaseFault.AlreadyExists, database.Mirror.Classify(error));
        }
    }

    private static async Task<IReadOnlyList<DependentObject>> ReadAsync(TestDatabase database, string column)
    {
        await using DbConnection connection = await database.Mirror.OpenAsync(Cancellation);
        return await database.Mirror.ReadDependentsAsync(connection, "thing", column, Cancellation);
    }
}
