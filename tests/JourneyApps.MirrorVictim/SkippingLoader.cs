using System.Globalization;
using Acme.Field;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.MirrorVictim;

/// <summary>
/// What integrators write by hand: the place in the log, page by page with <c>skip</c>, then the log. It notes each page and goes on there after a crash.
/// It is here because it loses rows: the test of the mirror's test.
/// </summary>
internal sealed class SkippingLoader(FieldApp app, SqliteCopy copy, string folder)
{
    private const int Rows = 50;
    private readonly HashSet<string> _found = [];
    private readonly ToldCheckpoints _log = new(new FileCheckpointStore(Path.Combine(folder, "log")));
    private readonly ToldCheckpoints _skip = new(new FileCheckpointStore(Path.Combine(folder, "skip")));

    public async Task RunAsync(bool untilUpToDate)
    {
        while (true)
        {
            await LoadAsync();
            var options = new MirrorOptions { Checkpoints = _log, OplogPageSize = 20, StopOnGap = true, Progress = new Telling() };
            JourneyMirror mirror = app.CreateMirror(new MirrorBuilder().Add<Job>(copy), options);
            try
            {
                await (untilUpToDate ? mirror.CatchUpAsync() : mirror.RunAsync());
                return;
            }
            catch (OplogGapException)
            {
                Tell.Event(MirrorEvent.Resync);
                File.Delete(Path.Combine(folder, "log"));
                File.Delete(Path.Combine(folder, "skip"));
            }
        }
    }

    private async Task LoadAsync()
    {
        if (await _log.LoadAsync(default) is null)
        {
            // The place in the log is taken before the load, as it should be.
            var none = new MirrorOptions { Checkpoints = _log };
            await app.CreateMirror(new MirrorBuilder().Add<Job>(new Nothing()), none).CatchUpAsync();
        }

        string? kept = await _skip.LoadAsync(default);
        if (kept == "done") return;
        int begin = int.Parse(kept ?? "0", CultureInfo.InvariantCulture);
        _found.Clear();
        for (int skip = begin; ; skip += Rows)
        {
            await _skip.SaveAsync(FormattableString.Invariant($"{skip}"), default);
            List<Job> jobs = await app.Jobs.Skip(skip).Take(Rows).ToListAsync();
            MirrorChange<Job>[] changes = [.. jobs.Select(static job => new MirrorChange<Job>(MirrorChangeKind.Upsert, job.Id) { Object = job })];
            await copy.ApplyAsync(new MirrorPage<Job>(changes, MirrorPhase.Loading), default);
            _found.UnionWith(jobs.Select(static job => job.Id.Value));
            if (jobs.Count < Rows) break;
        }

        // After a crash in the middle, what was read before it is not known any more.
        if (begin == 0) await copy.ApplyAsync(new MirrorPage<Job>([], MirrorPhase.Loading) { ExistingIds = _found }, default);
        await _skip.SaveAsync("done", default);
    }
}
