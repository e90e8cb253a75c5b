using Microsoft.Extensions.Hosting;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Leaves signals and the console to the program that the emulator runs in.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
