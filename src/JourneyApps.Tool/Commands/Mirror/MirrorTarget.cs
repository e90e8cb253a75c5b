using JourneyApps.Mirroring;

namespace JourneyApps.Tool.Commands.Mirror;

/// <summary>The database of a copy.</summary>
/// <param name="Database">The database.</param>
/// <param name="File">The file of a SQLite database; null for a server.</param>
internal sealed record MirrorTarget(MirrorDatabase Database, string? File)
{
    /// <summary>Whether the database can have a copy. Opening a file that does not exist would create it.</summary>
    public bool CanExist => File is null || System.IO.File.Exists(File);

    /// <exception cref="ToolException">The file does not exist.</exception>
    public void Require()
    {
        if (!CanExist) throw new ToolException($"the file '{File}' does not exist. Run 'journeyapps mirror' first.");
    }
}
