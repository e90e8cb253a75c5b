using System.Text;
using JourneyApps.Tool;

try
{
    // Help, diagnostics and objects can contain any character, which the console's own code page would replace by question marks.
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}
catch (IOException)
{
    // A process without a console keeps the encoding that it has.
}

var terminal = Terminal.ForProcess();
using StopSignals signals = new(terminal);
return signals.ExitCodeOf(await ToolApp.RunAsync(args, terminal with { Stop = signals.Token }));
