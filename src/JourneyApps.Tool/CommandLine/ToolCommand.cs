namespace JourneyApps.Tool.CommandLine;

/// <summary>A command whose help shows examples.</summary>
internal sealed class ToolCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Complete command lines that can be copied.</summary>
    public IReadOnlyList<string> Examples => examples;
}
