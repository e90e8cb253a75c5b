using System.Text;
using JourneyApps.Tool;
using JourneyApps.Tool.CommandLine;

// Help, findings and objects hold any character; the console's own code page would turn them into question marks.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await ToolApp.RunAsync(args, Terminal.OfProcess());
