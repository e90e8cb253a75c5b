using System.Text.Json;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Deployments;

/// <summary>The file <c>journeyapps.json</c> of a project: <c>{ "baseUrl": "https://…" }</c>. It never holds a token.</summary>
/// <param name="Path">Where it was found.</param>
/// <param name="BaseUrl">The deployment's base URL.</param>
internal sealed record ProjectFile(string Path, string BaseUrl)
{
    public const string Name = "journeyapps.json";

    /// <summary>The file in a folder, or the next one above it; null when there is none.</summary>
    /// <exception cref="ToolException">It cannot be read.</exception>
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
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("baseUrl", out JsonElement url)
                && url.ValueKind == JsonValueKind.String)
            {
                return new ProjectFile(path, url.GetString()!);
            }
        }
        catch (JsonException fault)
        {
            throw new ToolException($"'{path}' is not JSON: {fault.Message}", ExitCode.Usage);
        }

        throw new ToolException($"'{path}' has no \"baseUrl\".", ExitCode.Usage);
    }
}
