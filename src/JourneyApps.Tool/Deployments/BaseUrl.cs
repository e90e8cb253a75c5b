using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Deployments;

/// <summary>Where the deployment's address comes from: the command line, the environment, or a file of the project.</summary>
internal static class BaseUrl
{
    public const string Variable = "JOURNEYAPPS_BASE_URL";

    /// <exception cref="ToolException">There is none, or it is no address.</exception>
    public static Uri Find(string? onCommandLine, string folder, Terminal terminal)
    {
        if (onCommandLine is not null) return Parse(onCommandLine, "--base-url");
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable) return Parse(variable, Variable);
        if (ProjectFile.Find(folder) is { } file)
        {
            // The file can come with somebody else's project: its reader sees where the token goes.
            terminal.WriteMessage($"base URL {file.BaseUrl} (from {file.Path})");
            return Parse(file.BaseUrl, file.Path);
        }

        throw new ToolException(
            $"a base URL is needed: give --base-url, set {Variable}, or write {{ \"baseUrl\": \"https://…\" }} to {ProjectFile.Name}. "
            + "The deployment's \"Manage API\" page shows it.",
            ExitCode.Usage);
    }

    private static Uri Parse(string text, string source)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new ToolException($"the base URL of {source} is no https address: '{text}'.", ExitCode.Usage);
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ToolException($"the base URL of {source} must not hold a user, a query or a fragment.", ExitCode.Usage);
        return address;
    }
}
