using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>What sets, queries and features need of their client: how to send requests, and the models of its schema.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClientContext
{
    /// <summary>The context of clients, sets and queries that were created for mocking. Every use of it throws.</summary>
    internal static readonly ClientContext None = new();

    private readonly ApiTransport? _transport;
    private readonly SchemaInfo? _schema;

    internal ClientContext(ApiTransport transport, SchemaInfo schema)
    {
        _transport = transport;
        _schema = schema;
    }

    private ClientContext() { }

    internal ApiTransport Transport => _transport ?? throw NotConnected();

    internal SchemaInfo Schema => _schema ?? throw NotConnected();

    internal TimeProvider Time => Transport.Settings.Time;

    /// <summary>Whether there is a deployment to call.</summary>
    internal bool IsConnected => _transport is not null;

    private static InvalidOperationException NotConnected()
        => new("This object was created without a client, for mocking. Mock the member that was called, or create a client with options.");
}
