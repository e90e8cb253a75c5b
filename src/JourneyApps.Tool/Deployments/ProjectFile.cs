using System.Text.Json;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Deployments;

/// <summary>The file <c>journeyapps.json</c> of a project: <c>{ "baseUrl": "https://…" }</c>. It never contains a token.</summary>
internal sealed record ProjectFile(string Path, string BaseUrl)
{
    public const string Name = "journeyapps.json";

    private const int MaxBytes = 1024 * 1024;

    /// <summary>Finds the file in a folder or the nearest parent folder; null when there is no such file.</summary>
    /// <exception cref="ToolException">The file is invalid.</exception>
    public static ProjectFile? Find(string folder)
    {
        for (string? at = folder; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            string path = System.IO.Path.Combine(at, Name);
            if (File.Exists(path)) return Read(path);
        }

        return null;
    }

    private static ProjectFile Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(TextFile.Read(path, MaxBytes));
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("baseUrl", out JsonElement url)
                && url.ValueKind == JsonValueKind.String)
            {
                return new ProjectFile(path, url.GetString()!);
            }
        }
        catch (JsonException exception)
        {
            string place = exception.LineNumber is { } line ? $", line {line + 1}, column {exception.BytePositionInLine + 1}" : "";
            throw new ToolException($"'{path}' is not valid JSON{place}.", ExitCode.Usage);
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair.
            throw new ToolException($"the \"baseUrl\" of '{path}' is not valid text.", ExitCode.Usage);
        }

        throw new ToolException($"'{path}' has no \"baseUrl\".", ExitCode.Usage);
    }
}
