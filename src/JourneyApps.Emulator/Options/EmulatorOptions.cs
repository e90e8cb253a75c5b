namespace JourneyApps.Emulator;

/// <summary>Options of an emulator. With the defaults, which suit tests, it runs in memory and listens on a free loopback port.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The id of the app in the oplog and in webhooks.</summary>
    internal const string AppId = "6227b6069983d600076e3af5";

    /// <summary>The SQLite file of the data; created if it does not exist. <see langword="null"/> keeps all data in memory.</summary>
    public string? DataFile { get; init; }

    /// <summary>Whether a data file that was written with another schema is used; its objects keep the values of fields that both schemas
    /// have. Otherwise such a file is refused.</summary>
    public bool AllowSchemaChange { get; init; }

    /// <summary>The loopback port; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether to listen on a port. <see cref="JourneyEmulator.CreateHttpMessageHandler"/> works without it.</summary>
    public bool Listen { get; init; } = true;

    /// <summary>The backend deployment id: the last part of the base URL and the user name of HTTP Basic.</summary>
    public string DeploymentId { get; init; } = "62d541ff9f54b7000706c585";

    /// <summary>The named token that is accepted, as <c>Bearer</c> and as <c>Token</c>.</summary>
    public string Token { get; init; } = "O:test-token-1";

    /// <summary>The password that HTTP Basic accepts.</summary>
    public string Password { get; init; } = "test-password";

    /// <summary>Names and addresses other than <c>localhost</c>, <c>127.0.0.1</c> and <c>[::1]</c> under which the emulator may be called,
    /// such as <c>host.docker.internal</c>. Requests with another <c>Host</c> are refused with 403, because a web page can make a name of
    /// its own resolve to this machine.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>Origins of web pages that may call the emulator, such as <c>http://localhost:5173</c>. Requests with another
    /// <c>Origin</c>, or with a <c>Sec-Fetch-Site</c> that names another site, are refused with 403. CORS headers are not sent.</summary>
    public IReadOnlyCollection<string> AllowedOrigins { get; init; } = [];

    /// <summary>Whether bodies can be forms (<c>application/x-www-form-urlencoded</c>), as on the platform. A web page can send them
    /// without asking, so the default is <see langword="false"/>: only JSON.</summary>
    public bool AcceptForms { get; init; }

    /// <summary>The app's API version and app-user model, which the schema itself does not state. The default reads the version off the
    /// document and takes a model named <c>user</c>. <see cref="JourneyEmulator.StartFromFileAsync"/> fills in what is
    /// <see langword="null"/> here from <c>application.xml</c>.</summary>
    public SchemaOptions SchemaOptions { get; init; } = new();

    /// <summary>Whether to serve the data browser: pages at <c>/</c> that show and change objects. Open them with
    /// <see cref="JourneyEmulator.DataBrowserUrl"/> on this machine.</summary>
    public bool DataBrowser { get; init; }

    /// <summary>The maximum number of objects in one page, from 1 to 1000. The platform has 1000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>When lists carry <c>total</c>. The platform leaves it out for calls from CloudCode.</summary>
    public TotalMode Total { get; init; } = TotalMode.Always;

    /// <summary>The largest request body in bytes; <see langword="null"/> for no limit.</summary>
    public long? MaxBodyBytes { get; init; }

    /// <summary>The number of entries that the oplog keeps; older ones are removed. <see langword="null"/> keeps all.</summary>
    public int? OplogLimit { get; init; }

    /// <summary>The number of requests that are recorded; older ones are dropped, also if all bodies together exceed 256 MiB.</summary>
    public int RecordedRequests { get; init; } = 10_000;

    /// <summary>The number of bytes of each body that are recorded.</summary>
    public int RecordedBodyBytes { get; init; } = 1 << 20;

    /// <summary>The targets of the schema's external webhooks; webhooks without a target are not sent.</summary>
    public IReadOnlyList<WebhookTarget> Webhooks { get; init; } = [];

    /// <summary>Hosts other than this machine that webhooks may be sent to.</summary>
    public IReadOnlyCollection<string> WebhookHosts { get; init; } = [];

    /// <summary>The time that each request of the API takes at least, on the emulator's clock. The platform takes 100 to 300 ms. A write is
    /// applied at the beginning of that time. Default: none.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The rate limit, as <see cref="FaultPlan.LimitRate"/> sets it: requests above it are answered with 429. The platform allows
    /// about 20 per second and a burst of 1200. <see langword="null"/> for no limit.</summary>
    public EmulatorRateLimit? RateLimit { get; init; }

    /// <summary>The clock of <c>updated_at</c>, of sequences and of delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The seed of everything random (order of lists, faults); <see langword="null"/> for a new one at each start.</summary>
    public int? Seed { get; init; }

    /// <summary>The choices where the platform's behavior is not known.</summary>
    public Assumptions Assumptions { get; init; } = new();
}
