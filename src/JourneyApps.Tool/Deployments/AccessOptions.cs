namespace JourneyApps.Tool.Deployments;

/// <summary>The options that identify a deployment and its token.</summary>
internal sealed class AccessOptions
{
    private readonly Option<string> _baseUrl = new("--base-url", "-u")
    {
        Description = $"The deployment's base URL from its \"Manage API\" page. "
            + $"Alternatives: {BaseUrl.Variable}, or {ProjectFile.Name} in this folder or a parent folder.",
    };

    private readonly Option<string> _tokenFile = new("--token-file") { Description = "A file whose first line is the token." };

    private readonly Option<bool> _tokenStdin = new("--token-stdin") { Description = "Read the token from standard input." };

    private readonly Option<string> _token = new("--token")
    {
        Description = $"The token. Other users can see it in the process list; prefer {TokenSource.Variable} or --token-file.",
    };

    private readonly Option<string[]> _allowedHosts = new("--allow-host")
    {
        Description = "A host outside journeyapps.com to which the token may be sent. Can be repeated.",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="usesInput">Whether the command needs the standard input for something else.</param>
    public void AddTo(Command command, bool usesInput = false)
    {
        command.Add(_baseUrl);
        command.Add(_tokenFile);
        if (!usesInput) command.Add(_tokenStdin);
        command.Add(_token);
        command.Add(_allowedHosts);
    }

    /// <summary>Resolves the base URL and the token, and checks that the token may be sent to that host.</summary>
    /// <exception cref="ToolException">One of them is missing, or the token must not be sent to that host.</exception>
    public JourneyAppOptions Resolve(ParseResult parsed, Terminal terminal)
    {
        Uri address = BaseUrl.Find(parsed.GetValue(_baseUrl), Directory.GetCurrentDirectory(), terminal);
        HostRule.Check(address, parsed.GetValue(_allowedHosts) ?? []);
        bool fromInput = parsed.CommandResult.Command.Options.Contains(_tokenStdin) && parsed.GetValue(_tokenStdin);
        return Options(address, TokenSource.Read(parsed.GetValue(_tokenFile), fromInput, parsed.GetValue(_token), terminal));
    }

    /// <summary>The settings of a client.</summary>
    /// <exception cref="ToolException">The token is not valid.</exception>
    public static JourneyAppOptions Options(Uri address, string token)
    {
        try
        {
            // A person is waiting: make fewer attempts than a service would.
            JourneyAppOptions options = new() { BaseAddress = address, Credential = JourneyCredential.NamedToken(token), MaxAttempts = 4 };
            options.Validate();
            return options;
        }
        catch (ArgumentException exception)
        {
            throw new ToolException(ErrorFormatter.WithoutParameterName(exception), ExitCode.Usage);
        }
    }
}
