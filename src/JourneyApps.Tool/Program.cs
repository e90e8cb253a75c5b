using System.Text;
using JourneyApps.Tool;

// Help, diagnostics and objects can contain any character, which the console's own code page would replace by question marks.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await ToolApp.RunAsync(args, Terminal.ForProcess());
