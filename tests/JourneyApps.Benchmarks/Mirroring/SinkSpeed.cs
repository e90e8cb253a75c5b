using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using JourneyApps.Benchmarks.Results;
using JourneyApps.Mirroring;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Mirroring.Running;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Records;
using JourneyApps.Schema;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Benchmarks.Mirroring;

/// <summary>How long a database takes for the pages of a mirror, beside prepared upserts of the same objects in one transaction a page, and
/// beside pages over one model; and how much a file grows when an unchanged copy is loaded again.</summary>
internal static class SinkSpeed
{
    private const int Pages = 40, PageSize = 1000, Models = 17, Rounds = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static async Task RunAsync()
    {
        DataModel dataModel = DataModel(Models);
        JourneyRecord[][] pages = [.. Enumerable.Range(0, Pages).Select(page => Page(page, static _ => 0))];
        JourneyRecord[][] mixed = [.. Enumerable.Range(0, Pages).Select(page => Page(page, static i => i % Models))];
        List<double> sink = [], bare = [], several = [];
        double growth = 0;
        for (int round = 0; round <= Rounds; round++)
        {
            (double one, double grown) = await SinkAsync(dataModel, pages, again: round == 0);
            double upserts = Upserts(dataModel.Models[0], pages);
            (double many, _) = await SinkAsync(dataModel, mixed, again: false);
            if (round == 0)
            {
                // The first round warms up.
                growth = grown;
                continue;
            }

            sink.Add(one);
            bare.Add(upserts);
            several.Add(many);
        }

        double ours = Median(sink) / Pages, script = Median(bare) / Pages, over17 = Median(several) / Pages;
        const string Page1000 = "a page of 1,000 objects into SQLite, beside prepared upserts in one transaction";
        string page17 = string.Create(CultureInfo.InvariantCulture, $"a page of 1,000 objects over {Models} models into SQLite, beside one over one model");
        ResultFile.Keep("mirror",
        [
            new ResultRow(Page1000, "DatabaseMirror", ours, "ms", ours / script, Target.AtMost(1.3, ours / script, "×")),
            new ResultRow(Page1000, "reference", script, "ms", 1),
            new ResultRow(page17, "DatabaseMirror", over17, "ms", over17 / ours, Target.AtMost(1.5, over17 / ours, "×")),
            new ResultRow(page17, "reference", ours, "ms", 1),
            new ResultRow("growth of the file, an unchanged copy loaded again", "DatabaseMirror", growth * 100, "%", null, Target.AtMost(5, growth * 100, "%")),
            .. await LagSpeed.MeasureAsync(),
        ]);
    }

    /// <summary>A schema with models <c>m0</c>, <c>m1</c>, …</summary>
    public static string Schema(int models) => $"<data-model>{string.Concat(Enumerable.Range(0, models).Select(Model))}</data-model>";

    /// <summary>The data model of <see cref="Schema"/>.</summary>
    public static DataModel DataModel(int models) => SchemaParser.Parse(Schema(models)).DataModel;

    private static string Model(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        <model name="m{number}" label="M"><field name="title" label="T" type="text" /><field name="notes" label="N" type="text:paragraph" />
        <field name="cost" label="C" type="number" /><field name="crew" label="C" type="integer" /><field name="due" label="D" type="date" />
        <field name="starts" label="S" type="datetime" /><field name="urgent" label="U" type="boolean" />
        <field name="state" label="S" type="single-choice"><option key="new">New</option><option key="busy">Busy</option></field>
        <belongs-to model="m{number}" name="parent" /><display>x</display></model>
        """);

    /// <summary>A page of objects.</summary>
    public static JourneyRecord[] Page(int page, Func<int, int> model) =>
    [
        .. Enumerable.Range(0, PageSize).Select(i => JourneyRecord.Parse(string.Create(CultureInfo.InvariantCulture, $$"""
            {"id":"{{Id(page, i)}}","type":"m{{model(i)}}","updated_at":"2026-12-01T08:30:00Z","display":"Visit {{i}}","title":"Visit {{i}} of page {{page}}",
            "notes":"Replace the pump and check the valves beside the gate.","cost":{{i / 8.0}},"crew":{{i % 9}},"due":"2026-12-31",
            "starts":"2026-12-31T08:30:00Z","urgent":{"key":true,"display":"Yes"},"state":{"key":"busy","display":"Busy"},"parent_id":"{{Id(page, i + 1)}}"}
            """))),
    ];

    /// <summary>The members of an object of <c>m0</c> beside its id, for a server that answers with the same ones for each object.</summary>
    public const string Members = """
        ,"type":"m0","updated_at":"2026-12-01T08:30:00Z","display":"Visit","title":"Visit","notes":"Replace the pump and check the valves beside the gate.","cost":12.5,"crew":7,"due":"2026-12-31","starts":"2026-12-31T08:30:00Z","urgent":{"key":true,"display":"Yes"},"state":{"key":"busy","display":"Busy"},"parent_id":null
        """;

    // Spread over all ids, as random ones are, and the same in each round.
    private static string Id(int page, int place)
    {
        Span<byte> bytes = stackalloc byte[16];
        new Random((page * PageSize) + place).NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }

    /// <summary>Writes pages into an empty database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="dataModel">The data model.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="again">Whether they are written a second time.</param>
    /// <param name="sizeAsync">The size of the copy in bytes.</param>
    /// <returns>The time, and by which part the copy grew the second time.</returns>
    public static async Task<(double Milliseconds, double Growth)> SinkAsync(
        MirrorDatabase database, DataModel dataModel, JourneyRecord[][] pages, bool again, Func<CopyStore, Task<long>> sizeAsync)
    {
        await using CopyStore store = await CopyStore.OpenAsync(database, Lease, default);
        await CopyState.CreateAsync(store, default);
        StateRow row = (await CopyState.ReadAsync(store, null, default))!;
        await CopyState.TakeAsync(store, row, "me", new DeploymentIdentity("deployment", "address"), default);
        using var session = new WriterSession(store, "me", row.Version + 1);
        var sink = new CopySink(session, new DatabaseMirrorOptions(), new MirrorMetrics("copy"));
        var phases = dataModel.Models.ToDictionary(static model => model.Name, static _ => MirrorPhase.Loading);
        await sink.ApplyAsync(Step(dataModel, phases, []), default);
        long started = Stopwatch.GetTimestamp();
        foreach (JourneyRecord[] page in pages) await sink.ApplyAsync(Step(dataModel, phases, page), default);
        double time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (!again) return (time, 0);
        long before = await sizeAsync(store);
        foreach (JourneyRecord[] page in pages) await sink.ApplyAsync(Step(dataModel, phases, page), default);
        return (time, (await sizeAsync(store) - before) / (double)before);
    }

    private static async Task<(double Milliseconds, double Growth)> SinkAsync(DataModel dataModel, JourneyRecord[][] pages, bool again)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mirror");
        try
        {
            return await SinkAsync(new SqliteMirrorDatabase(Path.Combine(folder.FullName, "copy.db")), dataModel, pages, again, SizeAsync);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static MirrorStep Step(DataModel dataModel, IReadOnlyDictionary<string, MirrorPhase> phases, JourneyRecord[] page) => new()
    {
        Checkpoint = "{\"mirror\":3}",
        DataModel = dataModel,
        Phases = phases,
        LoadSequence = 1,
        Changes =
        [
            .. page.Select(static record => new MirrorChange<JourneyRecord>(MirrorChangeKind.Upsert, new Id<JourneyRecord>(record.Id))
            {
                Model = record.Model,
                Object = record,
            }),
        ],
    };

    private static async Task<long> SizeAsync(CopyStore store)
    {
        await store.RunAsync(null, "PRAGMA wal_checkpoint(TRUNCATE)", default);
        return new FileInfo(store.Database.Place).Length;
    }

    /// <summary>What somebody writes by hand: one prepared statement, a transaction for each page.</summary>
    private static double Upserts(Model model, JourneyRecord[][] pages)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mirror");
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "copy.db")};Pooling=False");
            connection.Open();
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "PRAGMA synchronous = NORMAL");
            SqlTable table = new RowLayout(CopyTable.Of(model)).Table;
            Run(connection, SqliteDialect.Instance.CreateTable(table).Text);
            string[] columns = ["id", "updated_at", "display", "title", "notes", "cost", "crew", "due", "starts", "urgent", "state", "parent_id"];
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"INSERT INTO m0 ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(static name => $"@{name}"))}) "
                + $"ON CONFLICT (id) DO UPDATE SET {string.Join(", ", columns.Skip(1).Select(static name => $"{name} = excluded.{name}"))}";
            foreach (string name in columns) command.Parameters.Add(new SqliteParameter($"@{name}", null));
            long started = Stopwatch.GetTimestamp();
            foreach (JourneyRecord[] page in pages)
            {
                using SqliteTransaction transaction = connection.BeginTransaction();
                command.Transaction = transaction;
                foreach (JourneyRecord record in page)
                {
                    object?[] values =
                    [
                        record.Id, record.UpdatedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), record.Display,
                        record["title"].Text, record["notes"].Text, record["cost"].Number, record["crew"].Integer, record["due"].Text,
                        record["starts"].Text, record["urgent"].Boolean == true ? 1L : 0L, record["state"].Text, record["parent_id"].Text,
                    ];
                    for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
                    command.ExecuteNonQuery();
                }

                transaction.Commit();
            }

            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(DbConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
