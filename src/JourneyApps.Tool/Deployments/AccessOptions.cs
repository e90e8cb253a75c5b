using System.CommandLine;
using JourneyApps.Tool.CommandLine;

namespace JourneyApps.Tool.Deployments;

/// <summary>The options by which a command reaches a deployment.</summary>
internal sealed class AccessOptions
{
    private readonly Option<string> _baseUrl = new("--base-url", "-u")
    {
        Description = $"The deployment's base URL, as its \"Manage API\" page shows it. Or: {BaseUrl.Variable}, or {ProjectFile.Name} in this folder or above.",
    };

    private readonly Option<string> _tokenFile = new("--token-file") { Description = "A file that holds the token." };

    private readonly Option<bool> _tokenStdin = new("--token-stdin") { Description = "Read the token from the standard input." };

    private readonly Option<string> _token = new("--token") { Description = $"The token itself; others can see it. Better: {TokenSource.Variable} or --token-file." };

    private readonly Option<string[]> _allowedHosts = new("--allow-host") { Description = "A host outside journeyapps.com that may get the token; may be given several times." };

    public void AddTo(Command command)
    {
        command.Add(_baseUrl);
        command.Add(_tokenFile);
        command.Add(_tokenStdin);
        command.Add(_token);
        command.Add(_allowedHosts);
    }

    /// <summary>Finds address and token, and checks that they may meet.</summary>
    /// <exception cref="ToolException">One of them is missing, or the host may not get the token.</exception>
    public JourneyAppOptions Resolve(ParseResult parsed, Terminal terminal)
    {
        Uri address = BaseUrl.Find(parsed.GetValue(_baseUrl), Directory.GetCurrentDirectory(), terminal);
        HostRule.Check(address, parsed.GetValue(_allowedHosts) ?? []);
        string token = TokenSource.Read(parsed.GetValue(_tokenFile), parsed.GetValue(_tokenStdin), parsed.GetValue(_token), terminal);
        try
        {
            // Somebody waits at the screen: fewer attempts than a service makes.
            return new JourneyAppOptions { BaseAddress = address, Credential = JourneyCredential.NamedToken(token), MaxAttempts = 4 };
        }
        catch (ArgumentException fault)
        {
            throw new ToolException($"the token cannot be used: {FirstLine(fault)}", ExitCode.Usage);
        }
    }

    // The framework adds the parameter's name on the same line, which says nothing here.
    private static string FirstLine(ArgumentException fault) => fault.Message.Replace($" (Parameter '{fault.ParamName}')", "", StringComparison.Ordinal);
}
