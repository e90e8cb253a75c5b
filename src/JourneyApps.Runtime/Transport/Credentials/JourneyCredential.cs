using System.Diagnostics;
using System.Net.Http.Headers;
using JourneyApps.Internal.Transport.Credentials;

namespace JourneyApps;

/// <summary>The credential for calls of the API. Its secret does not appear in <see cref="ToString"/>, debuggers or serialized
/// data.</summary>
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

    /// <summary>Creates a credential from a named token, which is sent as <c>Authorization: Bearer …</c>. This is the documented
    /// method.</summary>
    /// <param name="token">The token as the deployment's "Manage API" page shows it, without the word <c>Bearer</c>.</param>
    /// <exception cref="ArgumentException">The token is empty, begins with a scheme, or contains white space or control
    /// characters.</exception>
    public static JourneyCredential NamedToken(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || token.StartsWith("Token ", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("Pass the token alone, without the scheme before it.", nameof(token));
        if (token.Length == 0 || token.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw new ArgumentException("A named token must be one line of visible ASCII characters without spaces.", nameof(token));
        return new FixedCredential("named token", new AuthenticationHeaderValue("Bearer", token));
    }

    /// <summary>Creates a credential from a user name and a password (HTTP Basic). This is the older method, which can be disabled for a
    /// deployment.</summary>
    /// <param name="userName">The backend deployment id; must not contain a colon.</param>
    /// <param name="password">The password. It is encoded as UTF-8.</param>
    /// <exception cref="ArgumentException">The user name is empty or contains a colon.</exception>
    public static JourneyCredential Basic(string userName, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (userName.Contains(':', StringComparison.Ordinal))
            throw new ArgumentException("A user name for HTTP Basic cannot contain a colon.", nameof(userName));
        string pair = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{userName}:{password}"));
        return new FixedCredential("basic", new AuthenticationHeaderValue("Basic", pair));
    }

    /// <summary>Creates a credential that can change. The provider is called once, and again after the server rejects the credential
    /// (401).</summary>
    /// <param name="provider">Returns a credential created by <see cref="NamedToken"/> or <see cref="Basic"/>. Calls do not overlap. If it
    /// throws an exception, the API call throws the same exception.</param>
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

    /// <summary>The kind of the credential. Never contains its secret.</summary>
    public abstract override string ToString();

    // A debugger lists fields unless it is told what to show instead.
    private sealed class CredentialDebugView(JourneyCredential credential)
    {
        public string Kind => credential.ToString();
    }
}
