using System.Net.Http.Headers;

namespace JourneyApps.Internal.Transport.Credentials;

/// <summary>A credential that does not change: a named token, or a user name with its password.</summary>
internal sealed class FixedCredential(string kind, AuthenticationHeaderValue header) : JourneyCredential
{
    internal override ValueTask<AuthenticationHeaderValue> GetHeaderAsync(
        AuthenticationHeaderValue? refused, CancellationToken cancellationToken)
        => new(header);

    public override string ToString() => $"{kind} (secret)";
}
