using Acme.Field;
using JourneyApps.Mirroring;

namespace JourneyApps.MirrorVictim;

/// <summary>Keeps nothing.</summary>
internal sealed class Nothing : IMirrorHandler<Job>
{
    public ValueTask ApplyAsync(MirrorPage<Job> page, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
