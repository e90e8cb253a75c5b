using JourneyApps.Schema;

namespace JourneyApps.Emulator;

/// <summary>How an emulator is started. The defaults serve tests: in memory, on a free loopback port.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The SQLite file that holds the data; created when missing. <see langword="null"/> keeps everything in memory.</summary>
    public string? DataFile { get; init; }

    /// <summary>
    /// Whether a data file that was written with another schema is taken over; its objects then keep the values of fields that both know.
    /// Otherwise such a file is refused.
    /// </summary>
    public bool AllowSchemaChange { get; init; }

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether to listen at all. Without, only <see cref="JourneyEmulator.CreateHttpMessageHandler"/> reaches the emulator.</summary>
    public bool Listen { get; init; } = true;

    /// <summary>The backend deployment id: the last part of the base URL and the user name of HTTP Basic.</summary>
    public string DeploymentId { get; init; } = "62d541ff9f54b7000706c585";

    /// <summary>The named token that is accepted, as <c>Bearer</c> and as <c>Token</c>.</summary>
    public string Token { get; init; } = "O:test-token-1";

    /// <summary>The password that HTTP Basic accepts.</summary>
    public string Password { get; init; } = "test-password";

    /// <summary>
    /// The app's API version and app-user model, which the schema itself does not state. The default reads the version off the document and
    /// takes a model named <c>user</c>. <see cref="JourneyEmulator.StartFromFileAsync"/> fills in what is <see langword="null"/> here from
    /// <c>application.xml</c>.
    /// </summary>
    public SchemaOptions SchemaOptions { get; init; } = new();

    /// <summary>
    /// Whether to serve the data browser, pages at <c>/</c> that show and change objects, to whoever opens
    /// <see cref="JourneyEmulator.DataBrowserUrl"/> on this machine.
    /// </summary>
    public bool DataBrowser { get; init; }

    /// <summary>The most objects in one page, from 1 to 1000; the platform's is 1000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>When lists carry <c>total</c>. The platform leaves it out for calls from CloudCode.</summary>
    public TotalMode Total { get; init; } = TotalMode.Always;

    /// <summary>The largest body in bytes; <see langword="null"/> for no limit.</summary>
    public long? MaxBodyBytes { get; init; }

    /// <summary>How many entries the change log keeps; older ones are trimmed. <see langword="null"/> keeps all.</summary>
    public int? ChangeLogLimit { get; init; }

    /// <summary>How many requests are recorded; older ones are dropped, also when all bodies together exceed 256 MiB.</summary>
    public int RecordedRequests { get; init; } = 10_000;

    /// <summary>How many bytes of each body are recorded.</summary>
    public int RecordedBodyBytes { get; init; } = 1 << 20;

    /// <summary>Where the schema's external webhooks go; those without a target are not sent.</summary>
    public IReadOnlyList<WebhookTarget> Webhooks { get; init; } = [];

    /// <summary>Hosts beside this machine that webhooks may be sent to.</summary>
    public IReadOnlyCollection<string> WebhookHosts { get; init; } = [];

    /// <summary>The clock of <c>updated_at</c>, of sequences and of delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Seeds everything that is random (order of lists, faults); <see langword="null"/> takes a new one each time.</summary>
    public int? Seed { get; init; }

    /// <summary>What is done where the platform's behaviour is not known.</summary>
    public Assumptions Assumptions { get; init; } = new();
}
