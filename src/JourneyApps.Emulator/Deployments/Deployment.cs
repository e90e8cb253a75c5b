using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Oplog;
using JourneyApps.Emulator.Webhooks;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Deployments;

/// <summary>The data, the schema and the rules that one emulator serves: everything that outlives a request.</summary>
internal sealed class Deployment(
    EmulatorOptions options, Database database, IDisposable? dataLock, ServedSchema schema, SequenceClock clock, byte[] mediaSecret)
    : IAsyncDisposable
{
    private readonly Random _random = options.Seed is { } seed ? new Random(seed) : new Random();
    private volatile ServedSchema _schema = schema;

    public EmulatorOptions Options => options;

    public Assumptions Assumptions => options.Assumptions;

    public Database Database => database;

    /// <summary>The URLs of files.</summary>
    public MediaUrls Media { get; } = new(mediaSecret);

    /// <summary>The data model that new requests use.</summary>
    public ServedSchema Schema
    {
        get => _schema;
        set => _schema = value;
    }

    /// <summary>Sends the webhooks; <see langword="null"/> if there are no targets.</summary>
    public WebhookSender? Webhooks { get; private set; }

    /// <summary>Starts to send webhooks, if there are targets.</summary>
    public void StartWebhooks() => Webhooks = options.Webhooks.Count > 0 ? new WebhookSender(database, Media, options) : null;

    /// <summary>A random number, for the order of a list.</summary>
    public int NextRandom()
    {
        lock (_random) return _random.Next(1 << 30);
    }

    /// <summary>Runs a write. When the task ends, all of it is committed together with its entries in the oplog.</summary>
    public async Task<T> WriteAsync<T>(
        ServedSchema schema, RequestBody? body, Func<ObjectWriter, DatabaseSession, T> write, CancellationToken cancellationToken)
    {
        using UploadSet none = new();
        (T result, _) = await database.WriteAsync(
            session =>
            {
                long now = options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
                ObjectWriter writer = new(session, schema, Assumptions, clock, now, body?.Uploads ?? none, body?.FromForm ?? false);
                T result = write(writer, session);
                if (options.OplogLimit is { } keep && writer.Changes.Count > 0) OplogTable.Trim(session, keep);
                return (result, writer.Changes);
            },
            committed => Webhooks?.Enqueue(schema, committed.Changes),
            cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Puts an attachment into another state. Objects that wait for their files may be ready then.</summary>
    public async Task<bool> SetAttachmentStateAsync(string id, string state)
    {
        ServedSchema schema = Schema;
        (bool found, _) = await database.WriteAsync(
            session => AttachmentTable.SetState(session, id, state) ? (Found: true, Owners: OplogTable.LastWith(session, id)) : (false, []),
            committed => Webhooks?.EnqueueReady(schema, committed.Owners),
            CancellationToken.None).ConfigureAwait(false);
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        if (Webhooks is not null) await Webhooks.DisposeAsync().ConfigureAwait(false);
        await database.DisposeAsync().ConfigureAwait(false);
        dataLock?.Dispose();
    }
}
