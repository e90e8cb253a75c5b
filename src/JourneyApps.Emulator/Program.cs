namespace JourneyApps.Emulator.Command;

/// <summary>The entry point; a class of its own, because the one that the compiler makes of top-level statements is public.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        using CancellationTokenSource stop = new();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await EmulatorCommand.RunAsync(arguments, Console.Out, Console.Error, stop.Token).ConfigureAwait(false);
    }
}
