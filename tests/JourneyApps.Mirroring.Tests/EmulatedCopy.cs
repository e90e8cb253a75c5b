using JourneyApps.Emulator;
using JourneyApps.Mirroring.Sqlite;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Mirroring.Tests;

/// <summary>An emulator in this process, a client without generated code, and the file of a copy.</summary>
internal sealed class EmulatedCopy : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mirror");
    private readonly List<DatabaseMirrorProgress> _progress = [];

    private EmulatedCopy(JourneyEmulator emulator, JourneyClient client) => (Emulator, Client) = (emulator, client);

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

    public JourneyEmulator Emulator { get; }

    public JourneyClient Client { get; }

    /// <summary>A folder that is deleted with the copy.</summary>
    public string Folder => _folder.FullName;

    public string File => Path.Combine(Folder, "copy.db");

    public IReadOnlyList<DatabaseMirrorProgress> Progress
    {
        get
        {
            lock (_progress) return [.. _progress];
        }
    }

    public static async Task<EmulatedCopy> StartAsync(
        string schema = Schema, Action<JourneyAppOptions>? client = null, Func<EmulatorOptions, EmulatorOptions>? server = null)
    {
        EmulatorOptions options = new() { Seed = 1 };
        JourneyEmulator emulator = await JourneyEmulator.StartAsync(schema, server?.Invoke(options) ?? options);
        return new EmulatedCopy(emulator, Connect(emulator, client));
    }

    public static JourneyClient Connect(JourneyEmulator emulator, Action<JourneyAppOptions>? more = null)
    {
        var options = new JourneyAppOptions
        {
            BaseAddress = emulator.BaseAddress,
            Credential = JourneyCredential.NamedToken(emulator.Token),
            RetryDelay = TimeSpan.FromMilliseconds(1),
            // The second between two looks at the log lasts 20 ms.
            TimeProvider = new FastTime(50),
        };
        more?.Invoke(options);
        return new JourneyClient(options);
    }

    public DatabaseMirror Mirror(Func<DatabaseMirrorOptions, DatabaseMirrorOptions>? change = null)
    {
        DatabaseMirrorOptions options = new() { Progress = new Listener(this) };
        return new DatabaseMirror(Client, new SqliteMirrorDatabase(File), change?.Invoke(options) ?? options);
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The rows of a query, each as its values separated by bars; null is empty.</summary>
    public string[] Query(string sql)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i
                => reader.IsDBNull(i) ? "" : FormattableString.Invariant($"{reader.GetValue(i)}"))));
        }

        return [.. rows];
    }

    public Task<string[]> QueryAsync(string sql) => Task.FromResult(Query(sql));

    public Task RunAsync(string sql) => Task.FromResult(Run(sql));

    /// <summary>The name of a table in a statement.</summary>
    public static string Table(string name) => name;

    public int Run(string sql)
    {
        using SqliteConnection connection = Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public async Task AssertEqualAsync(string message = "")
    {
        MirrorVerification result = await Mirror().VerifyAsync();
        Assert.True(
            result.IsEqual,
            $"{message} {result.DifferenceCount} differences: {string.Join("; ", result.Differences.Take(5))}");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private sealed class Listener(EmulatedCopy copy) : IProgress<DatabaseMirrorProgress>
    {
        public void Report(DatabaseMirrorProgress value)
        {
            lock (copy._progress) copy._progress.Add(value);
        }
    }
}
