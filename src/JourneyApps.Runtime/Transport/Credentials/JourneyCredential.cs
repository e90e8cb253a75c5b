using System.Diagnostics;
using System.Net.Http.Headers;
using JourneyApps.Internal.Transport.Credentials;

namespace JourneyApps;

/// <summary>Authenticates calls of the API. Its secret is not shown by <see cref="ToString"/>, by a debugger or by serializers.</summary>
/// <example>
/// <code>
/// var options = new JourneyAppOptions { Credential = JourneyCredential.NamedToken(Environment.GetEnvironmentVariable("JOURNEY_TOKEN")!) };
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(CredentialDebugView))]
public abstract class JourneyCredential
{
    private protected JourneyCredential() { }

    /// <summary>A named token, sent as <c>Authorization: Bearer …</c>: the documented way.</summary>
    /// <param name="token">The token as the deployment's "Manage API" page shows it, without the word <c>Bearer</c>.</param>
    /// <exception cref="ArgumentException">The token is empty, begins with a scheme, or contains white space or control
    /// characters.</exception>
    public static JourneyCredential NamedToken(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || token.StartsWith("Token ", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("Give the token alone, without the word before it.", nameof(token));
        if (token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("A named token is one line of visible ASCII characters without spaces.", nameof(token));
        return new FixedCredential("named token", new AuthenticationHeaderValue("Bearer", token));
    }

    /// <summary>User name and password (HTTP Basic): the older way, which a deployment can have switched off.</summary>
    /// <param name="userName">The backend deployment id; must not contain a colon.</param>
    /// <param name="password">The password; encoded as UTF-8.</param>
    /// <exception cref="ArgumentException">The user name is empty or contains a colon.</exception>
    public static JourneyCredential Basic(string userName, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException("A user name for HTTP Basic cannot hold a colon.", nameof(userName));
        string pair = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{userName}:{password}"));
        return new FixedCredential("basic", new AuthenticationHeaderValue("Basic", pair));
    }

    /// <summary>A credential that can change: requested once, kept, and requested again after the server refused it (401).</summary>
    /// <param name="provider">Returns a credential made by <see cref="NamedToken"/> or <see cref="Basic"/>. Calls do not overlap;
    /// exceptions reach the caller of the API.</param>
    public static JourneyCredential FromProvider(Func<CancellationToken, ValueTask<JourneyCredential>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new ProvidedCredential(provider);
    }

    /// <summary>The header to send.</summary>
    /// <param name="refused">The header that the server has just refused; null for a first request.</param>
    /// <param name="cancellationToken">Ends the wait for a provider.</param>
    internal abstract ValueTask<AuthenticationHeaderValue> GetHeaderAsync(
        AuthenticationHeaderValue? refused, CancellationToken cancellationToken);

    /// <summary>Whether the credential can be another one after a refusal.</summary>
    internal virtual bool CanRefresh => false;

    /// <summary>The kind of the credential, never its content.</summary>
    public abstract override string ToString();

    // A debugger lists fields unless it is told what to show instead.
    private sealed class CredentialDebugView(JourneyCredential credential)
    {
        public string Kind => credential.ToString();
    }
}
