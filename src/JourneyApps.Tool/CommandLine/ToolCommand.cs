namespace JourneyApps.Tool.CommandLine;

/// <summary>A command whose help shows examples.</summary>
/// <param name="name">The name on the command line.</param>
/// <param name="description">What the command does, in one sentence.</param>
/// <param name="examples">Complete command lines that can be copied.</param>
internal sealed class ToolCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Complete command lines that can be copied.</summary>
    public IReadOnlyList<string> Examples => examples;
}
