using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;
using JourneyApps.Runtime.Tests.Http;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>A mirror that is killed as a process again and again, in each of its phases, beside a writer. The log is trimmed once and the schema gains a field once.</summary>
internal sealed class KillCampaign(EmulatedApp app, string folder, string kind, int seed) : IDisposable
{
    private readonly Random _random = new(seed);
    private readonly Random _picks = new(seed + 2);
    private readonly SourceWriter _writer = new(app, new Random(seed + 1));
    private readonly List<string> _read = [];
    private readonly SemaphoreSlim _steps = new(0);
    private readonly HashSet<string> _events = [];
    private readonly Dictionary<DeathPoint, int> _deaths = [];

    /// <summary>How often it died doing what.</summary>
    public IReadOnlyDictionary<DeathPoint, int> Deaths => _deaths;

    /// <summary>What the mirror said happened to it.</summary>
    public IReadOnlySet<string> Events => _events;

    public async Task RunAsync(int objects, int kills)
    {
        await _writer.SeedAsync(objects);
        await app.Sites.CreateAsync(new Site { Name = "Harbour" });
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(stop.Token));
        for (int kill = 0; kill < kills; kill++)
        {
            if (kill == kills / 2) await TrimAsync();
            if (kill == kills * 3 / 4) await app.Emulator.UpdateSchemaAsync(WithAnotherField(EmulatedApp.Schema));
            // Each half begins with a load: to be killed in it, then while catching up, then following; now and then while it saves.
            int place = kill % (kills / 2), third = Math.Max(1, kills / 6);
            var aim = (MirrorPhase)Math.Min(place / third, 2);
            bool whileSaving = place % third % 3 == 1;
            using Victim victim = Start(once: false);
            DeathPoint death = await victim.KillAsync(aim, whileSaving, _random.Next(1, 5), whileSaving ? TimeSpan.Zero : TimeSpan.FromMilliseconds(_random.NextDouble() * 8));
            _deaths[death] = _deaths.GetValueOrDefault(death) + 1;
            _events.UnionWith(victim.Events);
        }

        // The writer still works when it runs to the end for the first time.
        await RunToTheEndAsync();
        await stop.CancelAsync();
        await writing;
        await RunToTheEndAsync();
    }

    /// <summary>How the copy differs from the source; empty when it does not.</summary>
    public async Task<string> DifferenceAsync(params string[] models)
        => Source.Difference(await Source.RowsAsync(app.Emulator, models), CopiedRows().Where(row => models.Contains(row.Key.Split('/')[0])).ToDictionary());

    public void Dispose() => _steps.Dispose();

    public override string ToString() => FormattableString.Invariant(
        $"{_deaths.Values.Sum()} kills ({string.Join(", ", _deaths.OrderBy(death => death.Key.Phase).ThenBy(death => death.Key.IsSaving).Select(death => $"{death.Value} {death.Key}"))}) beside {_writer.Writes} writes, {_writer.Deletes} of them deletes of what was read");

    private static string WithAnotherField(string schema)
        => schema.Replace("<field name=\"notes\"", "<field name=\"extra\" label=\"Extra\" type=\"text\" /><field name=\"notes\"", StringComparison.Ordinal);

    private Victim Start(bool once) => new(app.Emulator.BaseAddress, app.Emulator.Token, folder, kind, once) { Read = Note };

    private async Task RunToTheEndAsync()
    {
        using Victim survivor = Start(once: true);
        await survivor.EndAsync();
        _events.UnionWith(survivor.Events);
    }

    // Below the place at which the mirror died: its last entry goes as well.
    private async Task TrimAsync()
    {
        int writes = _writer.Writes;
        while (_writer.Writes < writes + 10) await Task.Delay(5);
        await app.Emulator.TrimOplogAsync(3);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            // After each step that the mirror told, so that what was just read is changed before the next step, and now and then anyway.
            await _steps.WaitAsync(30, CancellationToken.None);
            await _writer.WriteAsync(5, PickRead);
        }
    }

    private void Note(IEnumerable<string> ids)
    {
        lock (_read) _read.AddRange(ids.Where(id => id.StartsWith("job/", StringComparison.Ordinal)).Select(id => id["job/".Length..]));
        _steps.Release();
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
