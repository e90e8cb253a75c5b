using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>Tells which rows were refused, up to a number beyond which nobody reads on.</summary>
internal sealed class Refusals(Terminal terminal)
{
    private const int Most = 50;
    private long _count;

    public void Add(long line, string reason)
    {
        _count++;
        if (_count <= Most) terminal.WriteMessage($"line {line}: {reason}");
        else if (_count == Most + 1) terminal.WriteMessage("more rows were refused; they are counted below.");
    }
}
