using System.ComponentModel;
using System.Diagnostics;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Schemas;

/// <summary>Reads a schema from a file, or from a revision of the git repository in the current folder.</summary>
internal static class SchemaRevision
{
    private static readonly TimeSpan GitTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Reads a schema that must not contain errors.</summary>
    /// <param name="source">A file, a revision (<c>v1.2</c>), or a revision and a path (<c>v1.2:app/schema.xml</c>).</param>
    /// <param name="path">The path for a revision without one, relative to the current folder.</param>
    /// <param name="apiVersion">The app's API version; null for that of <c>application.xml</c>, else of the document.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="ToolException">There is no such file or revision, or it contains errors.</exception>
    public static async Task<SchemaFile> ReadAsync(string source, string path, string? apiVersion, CancellationToken cancellationToken)
    {
        if (Path.Exists(source)) return SchemaFile.ReadValid(source, apiVersion);
        int colon = source.IndexOf(':', StringComparison.Ordinal);
        (string revision, string file) = colon < 0 ? (source, path) : (source[..colon], source[(colon + 1)..]);
        if (revision.Length == 0 || revision.StartsWith('-') || file.Length == 0) throw NotFound(source);
        byte[] content = await ReadBlobAsync(source, revision, file.Replace('\\', '/'), cancellationToken);
        SchemaOptions options = SchemaFiles.ReadOptions(file);
        if (apiVersion is not null) options = options with { ApiVersion = apiVersion };
        return SchemaFile.Valid(new SchemaFile(
            $"{revision}:{file}", SchemaParser.Parse(SchemaFiles.Decode(content), options, cancellationToken)));
    }

    private static async Task<byte[]> ReadBlobAsync(string source, string revision, string file, CancellationToken cancellationToken)
    {
        string folder = Directory.GetCurrentDirectory();
        // cat-file starts neither a pager nor a filter of the repository. A path that begins with ./ is relative to the folder.
        string path = Path.IsPathRooted(file) ? Path.GetRelativePath(folder, file) : file;
        ProcessStartInfo start = Git.Command(folder, "cat-file", "blob", $"{revision}:./{path}")
            ?? throw new ToolException($"'{source}' is not a file, and git, which would read it as a revision, is not in PATH.");
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(GitTimeout);
            using MemoryStream content = new();
            Task<string> error = process.StandardError.ReadToEndAsync(limit.Token);
            try
            {
                await process.StandardOutput.BaseStream.CopyToAsync(content, limit.Token);
                await process.WaitForExitAsync(limit.Token);
                await error;
            }
            catch (OperationCanceledException)
            {
                process.Kill();
                cancellationToken.ThrowIfCancellationRequested();
                throw new ToolException($"git did not return '{source}' in time.");
            }

            if (process.ExitCode != 0) throw NotFound(source);
            TextFile.CheckMarked(source, content.ToArray());
            return content.ToArray();
        }
        catch (Win32Exception)
        {
            throw new ToolException($"git could not be started to read '{source}'.");
        }
    }

    private static ToolException NotFound(string source)
        => new($"'{source}' is neither a file nor a revision with a schema. Pass a path, a revision, or REVISION:PATH.");
}
