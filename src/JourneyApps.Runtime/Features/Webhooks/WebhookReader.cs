using System.Diagnostics;
using System.Text;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Webhooks;

namespace JourneyApps.Webhooks;

/// <summary>
/// Takes in the webhooks that the platform posts: first the signature is checked over the raw bytes, then the JSON is read. Thread-safe; make one and keep it.
/// </summary>
/// <example>
/// <code>
/// var webhooks = new WebhookReader(app, secret);
///
/// endpoints.MapPost("/journey", async (HttpRequest request, CancellationToken token) =>
/// {
///     try
///     {
///         JourneyWebhook webhook = await webhooks.ReadAsync(request.Body, request.Headers[WebhookSignature.HeaderName], token);
///         if (webhook.Object is Job job) await handler.HandleAsync(webhook.Sequence, job, token);
///         return Results.Ok();
///     }
///     catch (WebhookRejectedException rejected)
///     {
///         return Results.StatusCode(rejected.SuggestedStatus);
///     }
/// });
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class WebhookReader
{
    private readonly SchemaInfo _schema;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly byte[][] _keys;

    private readonly int _maxBodyBytes = 16 * 1024 * 1024;

    /// <summary>A reader for a client's models.</summary>
    /// <param name="app">The generated client: its models are what objects become. No call is made.</param>
    /// <param name="secrets">The webhook's secret; several while one replaces the other, or when one address serves several webhooks.</param>
    /// <exception cref="ArgumentException">There is no secret, or an empty one.</exception>
    public WebhookReader(JourneyClient app, params string[] secrets)
        : this(app?.Schema ?? throw new ArgumentNullException(nameof(app)), secrets)
    {
    }

    internal WebhookReader(SchemaInfo schema, params string[] secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        // An empty secret would let everybody sign.
        if (secrets.Length == 0 || Array.Exists(secrets, string.IsNullOrEmpty))
            throw new ArgumentException("Give the webhook's secret, or several; none may be empty.", nameof(secrets));
        _schema = schema;
        _keys = [.. secrets.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The largest body that is read, in bytes; default 16 MiB. Files come as links, so bodies are small.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1 KiB or above 1 GiB.</exception>
    public int MaxBodyBytes
    {
        get => _maxBodyBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1024);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            _maxBodyBytes = value;
        }
    }

    /// <summary>Checks and reads a webhook.</summary>
    /// <param name="body">The raw bytes of the request's body: exactly what arrived, never re-serialised JSON.</param>
    /// <param name="signature">The value of the header <see cref="WebhookSignature.HeaderName"/>; null when there is none.</param>
    /// <returns>What it tells.</returns>
    /// <exception cref="WebhookRejectedException">The signature does not fit, the body is too large, or it is not a webhook's JSON.</exception>
    /// <exception cref="UnreadableObjectException">The webhook is genuine, and a value of its object is not of its field's type.</exception>
    public JourneyWebhook Read(ReadOnlySpan<byte> body, string? signature)
    {
        if (body.Length > MaxBodyBytes) throw WebhookBody.TooLarge(MaxBodyBytes);
        if (!WebhookSignature.IsValid(body, signature, _keys))
        {
            throw new WebhookRejectedException(WebhookRejection.NotSigned, signature is null or ""
                ? $"The request has no {WebhookSignature.HeaderName} header."
                : "The signature was not made with this webhook's secret over this body.");
        }
        return WebhookParser.Parse(_schema, body, isVerified: true);
    }

    /// <summary>Reads the body from a stream, up to <see cref="MaxBodyBytes"/>, then checks and reads it.</summary>
    /// <param name="body">The request's body. Not disposed.</param>
    /// <param name="signature">The value of the header <see cref="WebhookSignature.HeaderName"/>; null when there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What it tells.</returns>
    /// <exception cref="WebhookRejectedException">The signature does not fit, the body is too large, or it is not a webhook's JSON.</exception>
    /// <exception cref="UnreadableObjectException">The webhook is genuine, and a value of its object is not of its field's type.</exception>
    public async ValueTask<JourneyWebhook> ReadAsync(Stream body, string? signature, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ReadOnlyMemory<byte> whole = await WebhookBody.ReadAsync(body, MaxBodyBytes, cancellationToken).ConfigureAwait(false);
        return Read(whole.Span, signature);
    }

    /// <summary>
    /// Reads a webhook without looking at its signature: for tests and for bodies that were checked before they were stored. Anybody can have written it.
    /// </summary>
    /// <param name="body">The bytes of the body.</param>
    /// <returns>What it tells, with <see cref="JourneyWebhook.IsVerified"/> false.</returns>
    /// <exception cref="WebhookRejectedException">The body is too large, or not a webhook's JSON.</exception>
    /// <exception cref="UnreadableObjectException">A value of the object is not of its field's type.</exception>
    public JourneyWebhook ParseUnverified(ReadOnlySpan<byte> body)
        => body.Length > MaxBodyBytes ? throw WebhookBody.TooLarge(MaxBodyBytes) : WebhookParser.Parse(_schema, body, isVerified: false);

    /// <summary>How many secrets there are; never the secrets.</summary>
    public override string ToString() => FormattableString.Invariant($"webhook reader with {_keys.Length} secret(s)");
}
