using System.Globalization;
using JourneyApps;
using JourneyApps.Mirroring;
using JourneyApps.Mirroring.PostgreSql;
using JourneyApps.Mirroring.Sqlite;

// Keeps a copy in a SQLite file or a PostgreSQL database until it is killed, or (once) until it is up to date. Each event is told on standard output.
if (args is not [string address, string token, string place, string end, ..])
{
    Console.Error.WriteLine("JourneyApps.DatabaseMirrorVictim {base address} {token} {file or connection string} once|forever [{models with a history}]");
    return 2;
}

// When nobody is left to kill it, it ends by itself.
_ = Task.Run(() =>
{
    while (Console.In.Read() >= 0)
    {
    }

    Environment.Exit(3);
});

using var app = new JourneyClient(new JourneyAppOptions
{
    BaseAddress = new Uri(address),
    Credential = JourneyCredential.NamedToken(token),
    PageSize = 40,
    ResponseTimeout = TimeSpan.FromHours(1),
    Deadline = TimeSpan.FromDays(1),
    // The second between two looks at the log lasts 20 ms.
    TimeProvider = new FastTime(50),
});
MirrorDatabase database = place.StartsWith("Host=", StringComparison.Ordinal) ? new PostgreSqlMirrorDatabase(place) : new SqliteMirrorDatabase(place);
var mirror = new DatabaseMirror(app, database, new DatabaseMirrorOptions
{
    Lease = TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("LEASE_SECONDS") ?? "30", CultureInfo.InvariantCulture)),
    History = args is [_, _, _, _, string history] ? history.Split(',') : [],
    Reading = new MirrorOptions { OplogPageSize = 20 },
    Progress = new Telling(),
});
await (end == "once" ? mirror.CatchUpAsync() : mirror.RunAsync());
return 0;

/// <summary>Tells on standard output what happens.</summary>
internal sealed class Telling : IProgress<DatabaseMirrorProgress>
{
    public void Report(DatabaseMirrorProgress value)
    {
        Console.Out.WriteLine($"{value.Event} {value.Model}");
        Console.Out.Flush();
    }
}
