using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Oplog;

namespace JourneyApps.Emulator.Webhooks;

/// <summary>Sends webhooks after the writes, one at a time and once each: retries are not documented.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    private readonly IReadOnlyList<WebhookTarget> _targets;
    private readonly WebhookMessage _message;
    private readonly Channel<WebhookEvent> _events = Channel.CreateUnbounded<WebhookEvent>(new() { SingleReader = true });
    private readonly HttpClient _client =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<WebhookDelivery> _deliveries = [];
    private readonly Task _sending;
    private int _pending;

    public WebhookSender(Database database, MediaUrls media, EmulatorOptions options)
    {
        _targets = options.Webhooks;
        _message = new WebhookMessage(database, media, options);
        _sending = Task.Run(SendAllAsync);
    }

    /// <summary>The webhooks sent so far.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries
    {
        get
        {
            lock (_deliveries) return [.. _deliveries];
        }
    }

    /// <summary>Whether webhooks are waiting to be sent.</summary>
    public bool IsBusy => Volatile.Read(ref _pending) > 0;

    /// <summary>The public key of the RSA signatures, as PEM.</summary>
    public string PublicKey => _rsa.ExportSubjectPublicKeyInfoPem();

    /// <exception cref="ArgumentException">A URL has a host other than this machine that is not allowed.</exception>
    public static void Check(EmulatorOptions options)
    {
        foreach (WebhookTarget target in options.Webhooks)
        {
            if (target.Url.IsLoopback || options.WebhookHosts.Contains(target.Url.Host, StringComparer.OrdinalIgnoreCase)) continue;
            string hosts = nameof(EmulatorOptions.WebhookHosts);
            throw new ArgumentException(
                $"The webhook '{target.Name}' goes to '{target.Url.Host}'. Add the host to {hosts} to allow it.", nameof(options));
        }
    }

    /// <summary>Sends the webhooks of these changes.</summary>
    public void Enqueue(ServedSchema schema, IReadOnlyList<OplogEntry> changes) => Enqueue(schema, changes, static _ => true);

    /// <summary>Sends the webhooks that waited for the objects of these entries to be complete.</summary>
    public void EnqueueReady(ServedSchema schema, IReadOnlyList<OplogEntry> changes)
        => Enqueue(schema, changes, static webhook => webhook.Type == "ready");

    public async ValueTask DisposeAsync()
    {
        _events.Writer.TryComplete();
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _sending.ConfigureAwait(false);
        _client.Dispose();
        _rsa.Dispose();
        _stopping.Dispose();
    }

    private void Enqueue(ServedSchema schema, IReadOnlyList<OplogEntry> changes, Func<Webhook, bool> isWanted)
    {
        foreach (OplogEntry change in changes)
        {
            if (change.Operation == OplogOperation.Delete || schema.Find(change.Model) is not { } model) continue;
            foreach (Webhook webhook in model.Declared.Webhooks.Where(isWanted))
            {
                if (webhook.Receiver is not null || _targets.FirstOrDefault(candidate => candidate.Name == webhook.Name) is not { } target)
                {
                    continue;
                }
                Interlocked.Increment(ref _pending);
                _events.Writer.TryWrite(new(schema, model, webhook, target, change));
            }
        }
    }

    private async Task SendAllAsync()
    {
        try
        {
            await foreach (WebhookEvent webhook in _events.Reader.ReadAllAsync(_stopping.Token).ConfigureAwait(false))
            {
                if (await _message.MakeAsync(webhook).ConfigureAwait(false) is { } body)
                {
                    await SendAsync(webhook.Target, body).ConfigureAwait(false);
                }
                Interlocked.Decrement(ref _pending);
            }
        }
        catch (OperationCanceledException)
        {
            // The emulator stops; waiting webhooks are dropped.
        }
    }

    private async Task SendAsync(WebhookTarget target, byte[] body)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, target.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Journey-Signature", Hex.Lower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(target.Secret), body)));
        byte[] signature = _rsa.SignData(body, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.Headers.Add("X-Journey-Signature-Rsa-Sha256", Convert.ToBase64String(signature));
        int status = 0;
        try
        {
            using HttpResponseMessage response = await _client.SendAsync(request, _stopping.Token).ConfigureAwait(false);
            status = (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // No connection: the delivery has status 0.
        }
        catch (OperationCanceledException) when (!_stopping.IsCancellationRequested)
        {
            // A timeout: the delivery has status 0.
        }

        lock (_deliveries) _deliveries.Add(new(target.Name, target.Url, Encoding.UTF8.GetString(body), status));
    }
}
