namespace JourneyApps.Tool.Deployments;

/// <summary>Finds the deployment's base URL: on the command line, in the environment, or in the project file.</summary>
internal static class BaseUrl
{
    public const string Variable = "JOURNEYAPPS_BASE_URL";

    /// <exception cref="ToolException">There is no base URL, or it is invalid.</exception>
    public static Uri Find(string? onCommandLine, string folder, Terminal terminal)
    {
        if (onCommandLine is not null) return Parse(onCommandLine, "--base-url");
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable) return Parse(variable, Variable);
        if (ProjectFile.Find(folder) is { } file)
        {
            // The file may come from someone else's project: show where the token is sent.
            terminal.WriteMessage($"base URL {file.BaseUrl} (from {file.Path})");
            return Parse(file.BaseUrl, file.Path);
        }

        throw new ToolException(
            $"a base URL is required: use --base-url, set {Variable}, or write {{ \"baseUrl\": \"https://…\" }} to {ProjectFile.Name}. "
            + "The deployment's \"Manage API\" page shows it.",
            ExitCode.Usage);
    }

    /// <summary>Reads a base URL.</summary>
    /// <param name="text">The URL.</param>
    /// <param name="source">Where it comes from.</param>
    /// <exception cref="ToolException">It is not an https URL.</exception>
    public static Uri Parse(string text, string source)
    {
        bool parsed = Uri.TryCreate(text, UriKind.Absolute, out Uri? address);
        if (!parsed || !(address!.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new ToolException($"the base URL of {source} is not an https URL: '{text}'.", ExitCode.Usage);
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ToolException($"the base URL of {source} must not contain a user, a query or a fragment.", ExitCode.Usage);
        return address;
    }
}
