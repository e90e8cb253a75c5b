using System.CommandLine;

namespace JourneyApps.Tool.CommandLine;

/// <summary>A command with the examples that its help shows.</summary>
/// <param name="name">The word on the command line.</param>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="examples">Whole command lines that work as they stand.</param>
internal sealed class ToolCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines that work as they stand.</summary>
    public IReadOnlyList<string> Examples => examples;
}
