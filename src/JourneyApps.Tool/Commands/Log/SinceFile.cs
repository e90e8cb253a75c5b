using System.Text;
using JourneyApps.Oplog;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Commands.Log;

/// <summary>The file that stores the last change that was printed: a line with the checkpoint, and a line with the deployment and the
/// models. A run with other models would skip their earlier changes.</summary>
internal sealed class SinceFile(string path, Uri deployment, IEnumerable<string> models)
{
    // Far more than a checkpoint and the names of all models of an app.
    private const int MaxBytes = 1024 * 1024;

    private readonly string _scope = $"{deployment.AbsoluteUri} {string.Join(',', models.Distinct().Order(StringComparer.Ordinal))}".Trim();

    /// <summary>The last change that was printed; the start of the oplog if there is no file.</summary>
    /// <exception cref="ToolException">The path is something else, or of a run with other models or another deployment.</exception>
    public OplogCheckpoint Read()
    {
        OwnFile.Check(path);
        if (!File.Exists(path)) return OplogCheckpoint.Start;
        string[] lines = TextFile.Read(path, MaxBytes).TrimEnd().Split('\n', 2, StringSplitOptions.TrimEntries);
        if (!OplogCheckpoint.TryParse(lines[0], out OplogCheckpoint? saved))
            throw new ToolException($"'{path}' is not a file of --since-file. Delete it to begin with the oldest change.");
        if (lines is [_, var scope] && scope != _scope)
        {
            throw new ToolException(
                $"'{path}' is of a run with other models or another deployment. Use another file, or delete it to begin with the oldest "
                + "change.", ExitCode.Usage);
        }

        return saved!;
    }

    public void Write(OplogCheckpoint last) => AtomicFile.Write(path, Encoding.UTF8.GetBytes($"{last}\n{_scope}\n"));
}
