using Acme.Field;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Mirroring;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>What integrators write by hand: page by page with <c>skip</c>, then the log. It is here because it loses rows: the test of the mirror's test.</summary>
internal static class SkippingLoader
{
    public static async Task LoadAsync(FieldApp app, Copy copy)
    {
        var none = new MirrorBuilder().Add<Job>(new Copy());
        var store = new Copy();
        // The place in the log is taken before the load, as it should be.
        await app.CreateMirror(none, new MirrorOptions { Checkpoints = store }).CatchUpAsync();
        await foreach (Page<Job> page in app.Jobs.AsPages())
        {
            MirrorChange<Job>[] changes = [.. page.Items.Select(job => new MirrorChange<Job>(MirrorChangeKind.Upsert, job.Id) { Object = job })];
            if (changes.Length > 0) await copy.ApplyAsync(new MirrorPage<Job>(changes, MirrorPhase.Loading), default);
        }
        copy.Checkpoint = store.Checkpoint;
        copy.At = _ => Task.CompletedTask;
        await app.CreateMirror(new MirrorBuilder().Add<Job>(copy), new MirrorOptions { Checkpoints = copy }).CatchUpAsync();
    }
}
