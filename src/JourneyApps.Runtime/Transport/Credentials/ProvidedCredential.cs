using System.Net.Http.Headers;

namespace JourneyApps.Internal.Transport.Credentials;

/// <summary>Keeps the credential of the provider until the server refuses it. Requests that are refused at the same time call the provider
/// once: a request whose refused header is no longer the current one uses the current one.</summary>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle has nothing to dispose.
internal sealed class ProvidedCredential(Func<CancellationToken, ValueTask<JourneyCredential>> provider) : JourneyCredential
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile AuthenticationHeaderValue? _current;

    internal override bool CanRefresh => true;

    internal override async ValueTask<AuthenticationHeaderValue> GetHeaderAsync(
        AuthenticationHeaderValue? refused, CancellationToken cancellationToken)
    {
        if (_current is { } kept && !ReferenceEquals(kept, refused)) return kept;

        await _oneAtATime.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_current is { } newer && !ReferenceEquals(newer, refused)) return newer;
            JourneyCredential given = await provider(cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The credential provider returned null.");
            AuthenticationHeaderValue header = await given.GetHeaderAsync(null, cancellationToken).ConfigureAwait(false);
            _current = header;
            return header;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public override string ToString() => "credential from a provider";
}
