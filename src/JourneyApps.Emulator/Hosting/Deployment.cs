using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.ChangeLog;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Webhooks;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Hosting;

/// <summary>What one emulator serves: its data, its schema and its rules. Everything that lives longer than a request is here.</summary>
internal sealed class Deployment(EmulatorOptions options, Database database, ServedSchema schema, SequenceClock clock, byte[] mediaSecret) : IAsyncDisposable
{
    private volatile ServedSchema _schema = schema;

    public EmulatorOptions Options => options;

    public Assumptions Assumptions => options.Assumptions;

    public Database Database => database;

    public Credentials Credentials { get; } = new(options.Token, options.DeploymentId, options.Password);

    public SeededRandom Random { get; } = new(options.Seed);

    /// <summary>The data model that new requests are served by.</summary>
    public ServedSchema Schema
    {
        get => _schema;
        set => _schema = value;
    }

    /// <summary>Where files are; known once the server listens.</summary>
    public MediaUrls Media { get; private set; } = new(new Uri("http://localhost/"), mediaSecret);

    public void SetRoot(Uri root) => Media = new(root, mediaSecret);

    /// <summary>What objects' webhooks are sent by.</summary>
    public WebhookSender? Webhooks { get; set; }

    /// <summary>Runs a write: all of it is committed, with its entries in the change log, when the task ends.</summary>
    public async Task<T> WriteAsync<T>(ServedSchema schema, RequestBody? body, Func<ObjectWriter, DatabaseSession, T> write, CancellationToken cancellationToken)
    {
        using UploadSet none = new();
        (T result, _) = await database.WriteAsync(
            session =>
            {
                long now = options.TimeProvider.GetUtcNow().ToUnixTimeSeconds();
                ObjectWriter writer = new(session, schema, Assumptions, clock, now, body?.Uploads ?? none, body?.FromForm ?? false);
                T result = write(writer, session);
                if (options.ChangeLogLimit is { } keep && writer.Changes.Count > 0) LogTable.Trim(session, keep);
                return (result, writer.Changes);
            },
            committed => Webhooks?.Enqueue(schema, committed.Changes),
            cancellationToken).ConfigureAwait(false);
        return result;
    }

    /// <summary>Puts an attachment into another state; objects that wait for their files may be ready now.</summary>
    /// <returns>Whether there is such an attachment.</returns>
    public async Task<bool> SetAttachmentStateAsync(string id, string state)
    {
        ServedSchema schema = Schema;
        (bool found, _) = await database.WriteAsync(
            session => AttachmentTable.SetState(session, id, state) ? (Found: true, Owners: LogTable.LastWith(session, id)) : (false, []),
            committed => Webhooks?.EnqueueReady(schema, committed.Owners),
            CancellationToken.None).ConfigureAwait(false);
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        if (Webhooks is not null) await Webhooks.DisposeAsync().ConfigureAwait(false);
        await database.DisposeAsync().ConfigureAwait(false);
    }
}
