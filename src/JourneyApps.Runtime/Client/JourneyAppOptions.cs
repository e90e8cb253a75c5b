using System.Diagnostics;
using JourneyApps.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace JourneyApps;

/// <summary>How a client reaches its deployment. The client copies the options; later changes have no effect on it.</summary>
/// <example>
/// <code>
/// using var app = new JourneyApp(new JourneyAppOptions
/// {
///     BaseAddress = new Uri("https://{app}.backend.us.journeyapps.com/api/v4/{id}"),
///     Credential = JourneyCredential.NamedToken(token),
/// });
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class JourneyAppOptions
{
    /// <summary>The address that the deployment's "Manage API" page shows: https, or http on this machine. Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The credential. Required.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    [System.Runtime.Serialization.IgnoreDataMember]
    public JourneyCredential? Credential { get; set; }

    /// <summary>The innermost handler, in place of the library's own; it must not follow redirects. Not disposed. Null for the library's
    /// own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>Gives the <see cref="HttpClient"/> for each request, such as <c>IHttpClientFactory.CreateClient</c>. Null for the library's
    /// own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Func<HttpClient>? HttpClientProvider { get; set; }

    /// <summary>Gives the <see cref="HttpClient"/> for media files, which are fetched without credentials; it must not follow redirects,
    /// nor reach private addresses (<see cref="JourneyHttpHandler.CreateForMedia"/>). Null for the library's own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Func<HttpClient>? MediaHttpClientProvider { get; set; }

    /// <summary>Hosts besides those of the API's own domain from which media files may be fetched, such as
    /// <c>cdn.example.com</c>.</summary>
    public ICollection<string> AllowedMediaHosts { get; } = [];

    /// <summary>The schema's name of the model whose objects are the app's users: deleting one of those wipes devices, so such a delete
    /// must be confirmed. Null for the model that <c>application.xml</c> named when the code was generated, or else <c>user</c>.</summary>
    public string? AppUserModel { get; set; }

    /// <summary>How often one request is sent at most, from 1 (no retry). Default 5. Only requests that can be repeated without applying
    /// anything twice are.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The first wait before a retry; it doubles, with jitter, up to 30 s. Default 500 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Retries in place of the library's own. An attempt throws a <see cref="JourneyApiException"/>; repeat it only if
    /// <see cref="JourneyApiException.IsTransient"/>. Null for the library's own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ResiliencePipeline? ResiliencePipeline { get; set; }

    /// <summary>A rate limit for the client. Null (the default) for none. After a 429 the whole client waits in either case.</summary>
    public RequestRateLimit? RateLimit { get; set; }

    /// <summary>The time to connect, of the library's own handler. Default 15 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The time from the last byte sent to the response's headers, and between two pieces while sending. Default 100 s. An upload
    /// has no total limit.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The time between two reads of a response's body. Default 30 s.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The time over all attempts and waits of one request without an upload. Default 5 min;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The largest response that is read into memory. Default 64 MiB. Downloads of files go to a stream and have their own
    /// limit.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How many objects a page of a list asks for, 1 to 1,000. Default 1,000, the API's maximum.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Whether lists leave out objects that cannot be read (a value does not fit its field) and report them in
    /// <see cref="Page{T}.Unreadable"/>. Default false: throw <see cref="UnreadableObjectException"/>, which names model, object and
    /// field.</summary>
    public bool ReportUnreadableObjects { get; set; }

    /// <summary>Receives log lines: names, statuses and times, never values or secrets. Null for no log.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock of every wait and limit. Default <see cref="TimeProvider.System"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Validates the options as creating a client does, so that a program can do it when it starts.</summary>
    /// <exception cref="ArgumentException">An option is missing or out of its range; the message says which.</exception>
    public void Validate() => ToSettings();

    /// <summary>Validates and copies.</summary>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    internal ClientSettings ToSettings()
    {
        Uri address = Normalize(BaseAddress);
        JourneyCredential credential = Credential
            ?? throw new ArgumentException("The options need a Credential, such as JourneyCredential.NamedToken(…).");
        Require(MaxAttempts >= 1, "MaxAttempts must be at least 1.");
        Require(PageSize is >= 1 and <= 1000, "PageSize must be 1 to 1,000.");
        Require(MaxResponseBytes is >= 64 * 1024 and <= 1 << 30, "MaxResponseBytes must be 64 KiB to 1 GiB.");
        Require(RetryDelay >= TimeSpan.Zero && RetryDelay <= TimeSpan.FromSeconds(30), "RetryDelay must be 0 to 30 s.");
        Require(IsLimit(ConnectTimeout) && IsLimit(ResponseTimeout) && IsLimit(ReadTimeout) && IsLimit(Deadline),
            "Time limits must be above zero, or Timeout.InfiniteTimeSpan.");
        Require(
            RateLimit is not { RequestsPerSecond: not > 0 } and not { Burst: < 1 },
            "RateLimit needs a rate above 0 and a burst of at least 1.");

        TimeProvider time = TimeProvider ?? TimeProvider.System;
        return new ClientSettings
        {
            BaseAddress = address,
            Credential = credential,
            MaxAttempts = MaxAttempts,
            ConnectTimeout = ConnectTimeout,
            ResponseTimeout = ResponseTimeout,
            ReadTimeout = ReadTimeout,
            Deadline = Deadline,
            MaxResponseBytes = MaxResponseBytes,
            PageSize = PageSize,
            ReportUnreadableObjects = ReportUnreadableObjects,
            Pipeline = ResiliencePipeline ?? RetryPipeline.Create(RetryDelay, time),
            RateLimit = RateLimit,
            AppUserModel = AppUserModel ?? ClientSettings.UsualAppUserModel,
            AllowedMediaHosts = [.. AllowedMediaHosts],
            Handler = Handler,
            HttpClientProvider = HttpClientProvider,
            MediaHttpClientProvider = MediaHttpClientProvider,
            Time = time,
            Log = LoggerFactory?.CreateLogger("JourneyApps") ?? NullLogger.Instance,
        };

        static void Require(bool holds, string otherwise)
        {
            if (!holds) throw new ArgumentException(otherwise);
        }

        static bool IsLimit(TimeSpan limit) => limit > TimeSpan.Zero || limit == Timeout.InfiniteTimeSpan;
    }

    /// <summary>The address's host and the kind of the credential; never a secret.</summary>
    public override string ToString()
        => $"JourneyApps deployment at {BaseAddress?.Host ?? "(no address)"}, {Credential?.ToString() ?? "no credential"}";
}
