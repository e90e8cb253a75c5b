using JourneyApps.Emulator.Command;

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await EmulatorCommand.RunAsync(args, Console.Out, Console.Error, stop.Token);
