using System.Diagnostics;
using System.Globalization;
using JourneyApps.Benchmarks.Results;
using JourneyApps.Emulator;
using JourneyApps.Mirroring;
using JourneyApps.Mirroring.PostgreSql;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Records;
using JourneyApps.Runtime.Tests.Paging;
using JourneyApps.Schema;
using Npgsql;
using NpgsqlTypes;

namespace JourneyApps.Benchmarks.Mirroring;

/// <summary>How long PostgreSQL takes for the pages of a mirror, beside a script that copies the same objects into a temporary table and upserts them from
/// there; how much a table grows when an unchanged copy is loaded again; and how long a million objects take when each request takes 150 ms. Needs an empty
/// database, named by the connection string in the environment variable <c>BENCHMARK_POSTGRESQL</c>.</summary>
internal static class PostgreSqlSpeed
{
    private const int Pages = 40, Models = 17, Rounds = 5, Million = 1_000_000;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(150);

    public static async Task RunAsync()
    {
        if (Environment.GetEnvironmentVariable("BENCHMARK_POSTGRESQL") is not { Length: > 0 } connectionString)
        {
            Console.WriteLine("postgresql: not measured. Set BENCHMARK_POSTGRESQL to the connection string of an empty database.");
            return;
        }

        List<ResultRow> rows = [];
        await MeasurePagesAsync(connectionString, rows);
        await MeasureMillionAsync(connectionString, rows);
        ResultFile.Keep("postgresql", rows);
    }

    private static async Task MeasurePagesAsync(string connectionString, List<ResultRow> rows)
    {
        DataModel dataModel = SinkSpeed.DataModel(Models);
        JourneyRecord[][] pages = [.. Enumerable.Range(0, Pages).Select(page => SinkSpeed.Page(page, static _ => 0))];
        JourneyRecord[][] mixed = [.. Enumerable.Range(0, Pages).Select(page => SinkSpeed.Page(page, static i => i % Models))];
        List<double> sink = [], bare = [], several = [];
        double growth = 0;
        for (int round = 0; round <= Rounds; round++)
        {
            (double one, double grown) = await SinkAsync(connectionString, dataModel, pages, again: round == 0);
            double script = await ScriptAsync(connectionString, dataModel.Models[0], pages);
            (double many, _) = await SinkAsync(connectionString, dataModel, mixed, again: false);
            if (round == 0)
            {
                // The first round warms up.
                growth = grown;
                continue;
            }

            sink.Add(one);
            bare.Add(script);
            several.Add(many);
        }

        double ours = Median(sink) / Pages, by = Median(bare) / Pages, over17 = Median(several) / Pages;
        const string Page1000 = "a page of 1,000 objects into PostgreSQL, beside COPY and an upsert in one transaction";
        string page17 = string.Create(CultureInfo.InvariantCulture, $"a page of 1,000 objects over {Models} models into PostgreSQL, beside one over one model");
        rows.AddRange(
        [
            new ResultRow(Page1000, "DatabaseMirror", ours, "ms", ours / by, Target.AtMost(1.3, ours / by, "×")),
            new ResultRow(Page1000, "reference", by, "ms", 1),
            new ResultRow(page17, "DatabaseMirror", over17, "ms", over17 / ours, Target.AtMost(1.5, over17 / ours, "×")),
            new ResultRow(page17, "reference", ours, "ms", 1),
            new ResultRow("growth of the table, an unchanged copy loaded again", "DatabaseMirror", growth * 100, "%", null, Target.AtMost(5, growth * 100, "%")),
        ]);
    }

    private static async Task MeasureMillionAsync(string connectionString, List<ResultRow> rows)
    {
        await RunAsync(connectionString, "DROP SCHEMA IF EXISTS journeyapps CASCADE");
        await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(SinkSpeed.Schema(1));
        using var server = new RangeServer(IdShapes.Make("version 4", Million, new Random(1))) { Latency = Latency, Members = SinkSpeed.Members };
        using var handler = new ObjectsFrom(server, Latency);
        using JourneyClient app = new(new JourneyAppOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = JourneyCredential.NamedToken(emulator.Token),
            Handler = handler,
        });
        LiveGrowth memory = new();
        var mirror = new DatabaseMirror(app, new PostgreSqlMirrorDatabase(connectionString), new DatabaseMirrorOptions { Progress = memory });
        var watch = Stopwatch.StartNew();
        await mirror.CatchUpAsync();
        double seconds = watch.Elapsed.TotalSeconds;
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand count = new("SELECT count(*) FROM journeyapps.m0", connection);
        if (await count.ExecuteScalarAsync() is not (long)Million) throw new InvalidDataException("Rows are missing.");
        const string What = "1,000,000 objects into PostgreSQL, 150 ms a request, with the default rate limit, compared with the latency alone";
        double bound = server.Requests * Latency.TotalSeconds / 4;
        rows.Add(new ResultRow(What, "DatabaseMirror", seconds, "s", seconds / bound, Target.AtMost(75, seconds, "s")));
        rows.Add(new ResultRow(What, "reference", bound, "s", 1));
        rows.Add(new ResultRow("growth of live memory during that load", "DatabaseMirror", memory.MiB, "MiB", null, Target.AtMost(32, memory.MiB, "MiB")));
    }

    private static async Task<(double Milliseconds, double Growth)> SinkAsync(string connectionString, DataModel dataModel, JourneyRecord[][] pages, bool again)
    {
        await RunAsync(connectionString, "DROP SCHEMA IF EXISTS journeyapps CASCADE");
        return await SinkSpeed.SinkAsync(new PostgreSqlMirrorDatabase(connectionString), dataModel, pages, again, async store
            => (long)(await store.ReadAsync(null, "SELECT pg_total_relation_size('journeyapps.m0')", [CopyColumnKind.BigInteger], default))[0][0]!);
    }

    /// <summary>What somebody writes by hand: a binary copy into a temporary table and an upsert from there, a transaction for each page.</summary>
    private static async Task<double> ScriptAsync(string connectionString, Model model, JourneyRecord[][] pages)
    {
        await RunAsync(connectionString, "DROP SCHEMA IF EXISTS journeyapps CASCADE; CREATE SCHEMA journeyapps");
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, PostgreSqlDialect.Instance.CreateTable(new RowLayout(CopyTable.Of(model)).Table).Text);
        string[] columns = ["id", "updated_at", "display", "title", "notes", "cost", "crew", "due", "starts", "urgent", "state", "parent_id"];
        string names = string.Join(", ", columns);
        await ExecuteAsync(connection, $"CREATE TEMPORARY TABLE stage ON COMMIT DELETE ROWS AS SELECT {names} FROM journeyapps.m0");
        long started = Stopwatch.GetTimestamp();
        foreach (JourneyRecord[] page in pages)
        {
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
            await using (NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync($"COPY stage ({names}) FROM STDIN (FORMAT BINARY)"))
            {
                foreach (JourneyRecord record in page)
                {
                    await copy.StartRowAsync();
                    await copy.WriteAsync(record.Id, NpgsqlDbType.Text);
                    await copy.WriteAsync(record.UpdatedAt!.Value.UtcDateTime, NpgsqlDbType.TimestampTz);
                    await copy.WriteAsync(record.Display!, NpgsqlDbType.Text);
                    await copy.WriteAsync(record["title"].Text!, NpgsqlDbType.Text);
                    await copy.WriteAsync(record["notes"].Text!, NpgsqlDbType.Text);
                    await copy.WriteAsync(record["cost"].Number!.Value, NpgsqlDbType.Double);
                    await copy.WriteAsync((int)record["crew"].Integer!.Value, NpgsqlDbType.Integer);
                    await copy.WriteAsync(record["due"].Date!.Value, NpgsqlDbType.Date);
                    await copy.WriteAsync(record["starts"].DateTime!.Value.UtcDateTime, NpgsqlDbType.TimestampTz);
                    await copy.WriteAsync(record["urgent"].Boolean!.Value, NpgsqlDbType.Boolean);
                    await copy.WriteAsync(record["state"].Text!, NpgsqlDbType.Text);
                    await copy.WriteAsync(record["parent_id"].Text!, NpgsqlDbType.Text);
                }

                await copy.CompleteAsync();
            }

            await ExecuteAsync(connection, $"INSERT INTO journeyapps.m0 ({names}) SELECT {names} FROM stage ON CONFLICT (id) DO UPDATE SET "
                + string.Join(", ", columns.Skip(1).Select(static name => $"{name} = excluded.{name}")));
            await transaction.CommitAsync();
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using NpgsqlConnection connection = new(connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, sql);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
