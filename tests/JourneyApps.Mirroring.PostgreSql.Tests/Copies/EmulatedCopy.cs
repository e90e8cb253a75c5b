using JourneyApps.Emulator;
using JourneyApps.Mirroring.PostgreSql;
using JourneyApps.Records;
using JourneyApps.TestServers;
using Npgsql;

namespace JourneyApps.Mirroring.Tests;

/// <summary>An emulator in this process, a client without generated code, and a database for a copy. It takes the place of the class of this
/// name that has a SQLite file, so that the same writers and workers are used.</summary>
internal sealed class EmulatedCopy : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mirror");
    private readonly List<DatabaseMirrorProgress> _progress = [];

    private EmulatedCopy(JourneyEmulator emulator, JourneyClient client, string connectionString)
    {
        (Emulator, Client, ConnectionString) = (emulator, client, connectionString);
        File = connectionString;
    }

    public JourneyEmulator Emulator { get; }

    public JourneyClient Client { get; }

    /// <summary>The connection string of these tests.</summary>
    public string ConnectionString { get; }

    /// <summary>A folder that is deleted with the copy.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The connection string of the workers.</summary>
    public string File { get; init; }

    public IReadOnlyList<DatabaseMirrorProgress> Progress
    {
        get
        {
            lock (_progress) return [.. _progress];
        }
    }

    public const string Schema = """
        <data-model>
          <model name="site" label="Site"><field name="name" label="Name" type="text" /><has-many model="job" name="jobs" /><display>{name}</display></model>
          <model name="job" label="Job">
            <field name="title" label="Title" type="text" />
            <field name="cost" label="Cost" type="number" />
            <field name="crew" label="Crew" type="integer" />
            <field name="due" label="Due" type="date" />
            <field name="starts" label="Starts" type="datetime" />
            <field name="urgent" label="Urgent" type="boolean" />
            <field name="state" label="State" type="single-choice"><option key="new">New one</option><option key="busy">In progress</option></field>
            <field name="level" label="Level" type="single-choice-integer"><option key="1">Low</option><option key="2">High</option></field>
            <field name="tags" label="Tags" type="multiple-choice"><option key="a">Alpha</option><option key="b">Beta</option></field>
            <field name="codes" label="Codes" type="multiple-choice-integer"><option key="7">Seven</option><option key="-1">Minus</option></field>
            <field name="place" label="Place" type="location" />
            <field name="photo" label="Photo" type="photo" />
            <belongs-to model="site" />
            <display>{title}</display>
          </model>
        </data-model>
        """;

    public static async Task<EmulatedCopy> StartAsync(PostgreSqlServer server, string schema = Schema, Func<string, string>? through = null)
    {
        string database = await server.NewDatabaseAsync();
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(schema, new EmulatorOptions { Seed = 1 });
        JourneyClient client = new(new JourneyAppOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = JourneyCredential.NamedToken(emulator.Token),
            RetryDelay = TimeSpan.FromMilliseconds(1),
            // The second between two looks at the log lasts 20 ms.
            TimeProvider = new FastTime(50),
        });
        return new EmulatedCopy(emulator, client, database) { File = through?.Invoke(database) ?? database };
    }

    public DatabaseMirror Mirror(Func<DatabaseMirrorOptions, DatabaseMirrorOptions>? change = null, string? connectionString = null)
    {
        DatabaseMirrorOptions options = new() { Progress = new Listener(this) };
        return new DatabaseMirror(Client, new PostgreSqlMirrorDatabase(connectionString ?? File), change?.Invoke(options) ?? options);
    }

    public async Task<JourneyRecord> CreateAsync(string model, params (string Field, RecordValue Value)[] values)
    {
        JourneyRecord made = new(model);
        foreach ((string field, RecordValue value) in values) made[field] = value;
        await Client.Objects(model).CreateAsync(made);
        return made;
    }

    /// <summary>The rows of a query, each as its values separated by bars; null is empty. Tables of the copy need no SQL schema.</summary>
    public async Task<string[]> QueryAsync(string sql)
    {
        await using NpgsqlConnection connection = new(WithSearchPath());
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))));
        return [.. rows];
    }

    /// <summary>Runs statements. What they create without naming a SQL schema is not in that of the copy.</summary>
    public Task RunAsync(string sql) => PostgreSqlServer.RunAsync(ConnectionString, sql);

    /// <summary>The name of a table in a statement.</summary>
    public static string Table(string name) => $"journeyapps.{name}";

    public async Task AssertEqualAsync(string message = "")
    {
        MirrorVerification result = await Mirror(connectionString: ConnectionString).VerifyAsync();
        Assert.True(result.IsEqual, $"{message} {result.DifferenceCount} differences: {string.Join("; ", result.Differences.Take(5))}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? "" : reader.GetValue(column) switch
    {
        string[] keys => $"[{string.Join(',', keys)}]",
        long[] keys => $"[{string.Join(',', keys)}]",
        var value => FormattableString.Invariant($"{value}"),
    };

    private string WithSearchPath() => new NpgsqlConnectionStringBuilder(ConnectionString) { SearchPath = "journeyapps,public" }.ConnectionString;

    private sealed class Listener(EmulatedCopy copy) : IProgress<DatabaseMirrorProgress>
    {
        public void Report(DatabaseMirrorProgress value)
        {
            lock (copy._progress) copy._progress.Add(value);
        }
    }
}
