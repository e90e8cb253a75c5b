using System.Security.Cryptography;
using JourneyApps.Emulator;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary>The options for the targets of webhooks.</summary>
internal sealed class WebhookOptions
{
    private const int SecretLength = 32;

    private readonly Option<string[]> _targets = new("--webhook")
    {
        Description = "Send a webhook of the schema to a URL on this machine, as NAME=URL. Can be repeated.",
    };

    private readonly Option<string> _secret = new("--webhook-secret")
    {
        Description = "The secret that signs webhooks. Default: a random secret, which is printed.",
    };

    private readonly Option<string[]> _hosts = new("--webhook-host")
    {
        Description = "Another host to which webhooks may be sent. Can be repeated.",
    };

    public void AddTo(Command command)
    {
        command.Add(_targets);
        command.Add(_secret);
        command.Add(_hosts);
    }

    /// <summary>Adds the targets to the options of an emulator.</summary>
    /// <exception cref="ToolException">A target is not <c>NAME=URL</c>, its host is not allowed, or the schema has no such
    /// webhook.</exception>
    public EmulatorOptions Read(ParseResult parsed, DataModel dataModel, EmulatorOptions options)
    {
        string[] texts = parsed.GetValue(_targets) ?? [];
        if (texts.Length == 0) return options;
        string secret = parsed.GetValue(_secret) ?? RandomNumberGenerator.GetHexString(SecretLength, lowercase: true);
        string[] hosts = parsed.GetValue(_hosts) ?? [];
        return options with { Webhooks = [.. texts.Select(text => Parse(text, secret, hosts, dataModel))], WebhookHosts = hosts };
    }

    private static WebhookTarget Parse(string text, string secret, string[] hosts, DataModel dataModel)
    {
        int sign = text.IndexOf('=', StringComparison.Ordinal);
        bool isUrl = Uri.TryCreate(sign < 0 ? "" : text[(sign + 1)..], UriKind.Absolute, out Uri? url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
        if (!isUrl)
            throw Wrong($"'{text}' is not a value of --webhook; expected NAME=URL, such as job_done=http://localhost:5080/webhooks.");
        string name = text[..sign];
        string[] known =
            [.. dataModel.Models.SelectMany(model => model.Webhooks).Where(hook => hook.Receiver is null).Select(hook => hook.Name)];
        if (!known.Contains(name))
        {
            string names = known.Length == 0 ? "It has none." : $"Its webhooks are: {string.Join(", ", known)}.";
            throw Wrong($"the schema has no webhook '{name}' that is sent to a URL. {names}");
        }

        if (!url!.IsLoopback && !hosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase))
        {
            throw Wrong(
                $"the webhook '{name}' goes to '{url.Host}', which is not this machine. To allow it, add --webhook-host {url.Host}.");
        }
        return new WebhookTarget(name, url, secret);
    }

    private static ToolException Wrong(string message) => new(message, ExitCode.Usage);
}
