using System.Reflection;
using System.Text;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Schema;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace JourneyApps.Mirroring.SqlServer.Tests;

/// <summary>Every statement as reviewed text, which the parser of SQL Server 2019 reads. No server runs here.</summary>
public sealed class StatementTests
{
    private static readonly SqlServerDialect Dialect = SqlServerDialect.Instance;

    private static readonly SqlTable Things = new(
        "it's a [thing]",
        [
            new SqlColumn("id", CopyColumnKind.Id),
            .. Enum.GetValues<CopyColumnKind>().Select(static kind => new SqlColumn($"its {kind}", kind)),
            new SqlColumn("order", CopyColumnKind.Text) { IsRequired = true },
            new SqlColumn("_sequence", CopyColumnKind.BigInteger) { IsCompared = false },
            new SqlColumn("_deleted_at", CopyColumnKind.DateTime),
        ],
        ["id"]);

    private static readonly SqlTable History = Things with { Name = "_thing_history", Key = ["id", "_sequence"] };

    [Fact]
    public void Statements_are_as_reviewed()
    {
        var text = new StringBuilder();
        foreach ((string title, string sql) in All()) text.Append("-- ").Append(title).Append('\n').Append(sql.TrimEnd(';')).Append(";\nGO\n\n");
        string file = Path.Combine(Root, "tests", "JourneyApps.Mirroring.SqlServer.Tests", "Golden", "statements.sql");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(file, text.ToString());

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text.ToString());
    }

    [Fact]
    public void The_parser_of_SQL_Server_2019_reads_every_statement()
    {
        foreach ((string title, string sql) in All()) Assert.True(Errors(sql).Length == 0, $"{title}: {Errors(sql)}\n{sql}");
    }

    [Fact]
    public void The_parser_reads_the_SQL_on_the_page()
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "sql-server.md"));
        string[] blocks = [.. page.Split("```sql\n").Skip(1).Select(block => block.Split("```")[0])];

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Equal("", Errors(block)));
    }

    // The test of the test: what is no SQL is not read.
    [Fact]
    public void The_parser_finds_an_error()
    {
        Assert.NotEmpty(Errors("CREATE TABLE journeyapps.[thing] (id nvarchar(400) COLLATE)"));
        Assert.NotEmpty(Errors("EXEC (N'CREATE OR ALTER VIEW journeyapps.[thing] AS SELEC 1')"));
    }

    private static IEnumerable<(string Title, string Sql)> All()
    {
        SqlColumn text = new("it's", CopyColumnKind.Text);
        foreach (SqlStatement statement in Dialect.CreateSchema) yield return ("Schema", statement.Text);
        yield return ("Table", Dialect.CreateTable(Things).Text);
        yield return ("History", Dialect.CreateTable(History).Text);
        yield return ("Added column", Dialect.AddColumn(Things.Name, text).Text);
        yield return ("Renamed column", Dialect.RenameColumn(Things.Name, text.Name, "_it's_1").Text);
        yield return ("Dropped column", Dialect.DropColumn(Things.Name, text.Name).Text);
        yield return ("Dropped table", Dialect.DropTable(Things.Name).Text);
        yield return ("Index", Dialect.CreateIndex("_by_it's", Things.Name, text.Name, isFilled: true).Text);
        yield return ("Partial index", Dialect.CreatePartialIndex("_by_it's", History, "[order] IS NULL AND [_deleted_at] IS NOT NULL").Text);
        yield return ("Existing index", SqlServerCatalog.HasIndex);
        yield return ("Dropped index", Dialect.DropIndex("_by_it's", Things.Name).Text);
        string[] labels = [.. Things.Columns.Where(column => column.Kind is CopyColumnKind.Key or CopyColumnKind.BigInteger or CopyColumnKind.Boolean or CopyColumnKind.KeyArray or CopyColumnKind.BigIntegerArray)
            .Select(column => $"{Dialect.LabelOf(column, "thing", "it's")} AS {Dialect.Quote(column.Name)}")];
        foreach (SqlStatement statement in Dialect.ReplaceView("_thing_labels", $"SELECT t.id,\n  {string.Join(",\n  ", labels)}\nFROM {Dialect.Qualify(Things.Name)} t"))
            yield return ("View of labels", statement.Text);
        yield return ("Dropped view", Dialect.DropView("_thing_labels").Text);
        yield return ("First rows", Dialect.Limit($"SELECT id FROM {Dialect.Qualify(Things.Name)} ORDER BY id", 100));
        yield return ("Ids", $"DELETE FROM {Dialect.Qualify(Things.Name)} WHERE {Dialect.IsOneOf("id", "@ids")}");
        yield return ("Time", $"UPDATE {Dialect.Qualify("_journeyapps_state")} SET lease_until = {Dialect.NowPlus("@seconds")} WHERE lease_until < {Dialect.Now}");
        foreach (string statement in Dialect.RightsFor("mirror")) yield return ("Rights", statement);
        yield return ("Stage", SqlServerTexts.CreateStage(Things));
        yield return ("Upsert", SqlServerTexts.Write(Things, replaces: true));
        yield return ("Upsert of keys alone", SqlServerTexts.Write(new SqlTable("key", [Things.Columns[0]], ["id"]), replaces: true));
        yield return ("Missing rows", SqlServerTexts.Write(History, replaces: false));
        yield return ("Marked rows", SqlServerTexts.Mark(Things));
        yield return ("Tables", SqlServerCatalog.Tables);
        yield return ("Views and indexes of yours", SqlServerCatalog.Dependents);
        yield return ("Estimated rows", SqlServerCatalog.Estimate);
        yield return ("Sessions with locks", SqlServerCatalog.Blockers);
    }

    /// <summary>The errors of a text and of the texts that it executes.</summary>
    private static string Errors(string sql)
    {
        TSqlFragment parsed = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out IList<ParseError> errors);
        ExecutedTexts executed = new();
        parsed.Accept(executed);
        return string.Join("; ", errors.Select(error => $"{error.Line}: {error.Message}").Concat(executed.Texts.Select(Errors).Where(error => error.Length > 0)));
    }

    private static string Root => typeof(StatementTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(fact => fact.Key == "RepositoryRoot").Value!;
}
