namespace JourneyApps.Tool.Deployments;

/// <summary>The options for one of two deployments.</summary>
/// <param name="side"><c>from</c> or <c>to</c>.</param>
internal sealed class SideOptions(string side)
{
    private readonly Option<string> _baseUrl = new($"--{side}") { Description = $"The base URL of the deployment to copy {side}." };

    private readonly Option<string> _tokenFile = new($"--{side}-token-file")
    {
        Description = $"A file whose first line is the token of that deployment. Alternative: {Variable(side)}.",
    };

    public void AddTo(Command command)
    {
        command.Add(_baseUrl);
        command.Add(_tokenFile);
    }

    /// <summary>Resolves the base URL and the token, and checks that the token may be sent to that host.</summary>
    /// <exception cref="ToolException">One of them is missing, or the token must not be sent to that host.</exception>
    public JourneyAppOptions Resolve(ParseResult parsed, IReadOnlyCollection<string> allowedHosts, Terminal terminal)
    {
        string url = parsed.GetValue(_baseUrl)
            ?? throw new ToolException($"--{side} is required: the base URL from the deployment's \"Manage API\" page.", ExitCode.Usage);
        Uri address = BaseUrl.Parse(url, $"--{side}");
        HostRule.Check(address, allowedHosts);
        string? token = parsed.GetValue(_tokenFile) is { } file
            ? TokenFile.Read(file, terminal)
            : Environment.GetEnvironmentVariable(Variable(side));
        return token?.Trim() is { Length: > 0 } found
            ? AccessOptions.Options(address, found)
            : throw new ToolException($"a token is required: set {Variable(side)}, or use --{side}-token-file.", ExitCode.Usage);
    }

    private static string Variable(string side) => $"JOURNEYAPPS_{side.ToUpperInvariant()}_TOKEN";
}
