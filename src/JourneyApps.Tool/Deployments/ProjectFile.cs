using System.Text.Json;

namespace JourneyApps.Tool.Deployments;

/// <summary>The file <c>journeyapps.json</c> of a project: <c>{ "baseUrl": "https://…" }</c>. It never contains a token.</summary>
internal sealed record ProjectFile(string Path, string BaseUrl)
{
    public const string Name = "journeyapps.json";

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
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("baseUrl", out JsonElement url)
                && url.ValueKind == JsonValueKind.String)
            {
                return new ProjectFile(path, url.GetString()!);
            }
        }
        catch (JsonException exception)
        {
            throw new ToolException($"'{path}' is not valid JSON: {exception.Message}", ExitCode.Usage);
        }

        throw new ToolException($"'{path}' has no \"baseUrl\".", ExitCode.Usage);
    }
}
