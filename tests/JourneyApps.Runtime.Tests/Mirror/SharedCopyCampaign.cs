using Acme.Field;
using JourneyApps.Runtime.Tests.Http;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>Rounds of several mirror processes on one SQLite file beside a writer, all killed after a moment; then one catches up alone.</summary>
internal sealed class SharedCopyCampaign(EmulatedApp app, string folder, string kind, int seed)
{
    private readonly Random _random = new(seed);
    private readonly SourceWriter _writer = new(app, new Random(seed + 1));
    private readonly List<string> _read = [];
    private readonly Random _picks = new(seed + 2);
    private int _kills;

    public async Task RunAsync(int mirrors, int objects, int rounds)
    {
        await _writer.SeedAsync(objects);
        await app.Sites.CreateAsync(new Site { Name = "Harbour" });
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(stop.Token));
        for (int round = 0; round < rounds; round++)
        {
            if (round == rounds / 2) await app.Emulator.TrimOplogAsync(3);
            Victim[] victims = [.. Enumerable.Range(0, mirrors).Select(_ => new Victim(app.Emulator.BaseAddress, app.Emulator.Token, folder, kind, once: false) { Read = Note })];
            Task[] deaths = [.. victims.Select(victim => victim.KillAfterAsync(TimeSpan.FromMilliseconds(_random.Next(700, 2500))))];
            await Task.WhenAll(deaths);
            foreach (Victim victim in victims) victim.Dispose();
            _kills += mirrors;
        }

        await stop.CancelAsync();
        await writing;
        using Victim survivor = new(app.Emulator.BaseAddress, app.Emulator.Token, folder, kind, once: true) { Read = Note };
        await survivor.EndAsync();
    }

    public async Task<string> DifferenceAsync() => Source.Difference(await Source.RowsAsync(app.Emulator, "job", "site"), CopiedRows());

    public override string ToString() => FormattableString.Invariant($"{_kills} kills beside {_writer.Writes} writes, {_writer.Deletes} of them deletes of what was read");

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await _writer.WriteAsync(5, PickRead);
            await Task.Delay(10, CancellationToken.None);
        }
    }

    private void Note(IEnumerable<string> ids)
    {
        lock (_read) _read.AddRange(ids.Where(id => id.StartsWith("job/", StringComparison.Ordinal)).Select(id => id["job/".Length..]));
    }

    private string? PickRead()
    {
        lock (_read)
        {
            while (_read.Count > 0)
            {
                int place = _picks.Next(_read.Count);
                string id = _read[place];
                if (_writer.IsThere(id)) return id;
                _read[place] = _read[^1];
                _read.RemoveAt(_read.Count - 1);
            }
        }

        return null;
    }

    private Dictionary<string, string> CopiedRows()
    {
        using SqliteConnection database = new(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "copy.db"), Pooling = false }.ToString());
        database.Open();
        using SqliteCommand command = database.CreateCommand();
        command.CommandText = "SELECT model || '/' || id, text, crew FROM copy";
        using SqliteDataReader reader = command.ExecuteReader();
        Dictionary<string, string> rows = new(StringComparer.Ordinal);
        while (reader.Read()) rows.Add(reader.GetString(0), Copy.TextOf(reader.IsDBNull(1) ? null : reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt32(2)));
        return rows;
    }
}
