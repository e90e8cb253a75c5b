using JourneyApps.Generator.Engines;
using Microsoft.CodeAnalysis.CSharp;

// Arguments: folders with schemas, then the file to write. Says on which engine it ran and what it did; anything that the
// engine cannot do, or does in another way, is an error.
Version engine = typeof(CSharpCompilation).Assembly.GetName().Version!;
using StreamWriter output = new(args[^1]);
var everything = new Everything(output);
foreach (string folder in args[..^1])
{
    foreach (string path in Directory.GetFiles(folder, "*.xml").Where(path => Path.GetFileName(path) != "application.xml").Order(StringComparer.Ordinal))
    {
        everything.Generate(path);
    }
}

everything.Compile();
Console.WriteLine($"Roslyn {engine.ToString(3)}: {everything.Schemas} schemas, {everything.Files} files, {everything.Findings} findings, {everything.Failures.Count} failures");
foreach (string failure in everything.Failures) Console.Error.WriteLine(failure);
return everything.Failures.Count == 0 ? 0 : 1;
