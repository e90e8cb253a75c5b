using System.Diagnostics;
using JourneyApps.Http;
using JourneyApps.Internal.Transport.Attempts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;

namespace JourneyApps;

/// <summary>The options of a client. The client copies them, so later changes have no effect on it.</summary>
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
    private RequestRateLimit? _rateLimit;
    private bool _hasRateLimit;

    /// <summary>The base URL that the deployment's "Manage API" page shows. It must use https, or http on the local machine.
    /// Required.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The credential. Required.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    [System.Runtime.Serialization.IgnoreDataMember]
    public JourneyCredential? Credential { get; set; }

    /// <summary>The innermost HTTP handler. It replaces the library's own handler and must not follow redirects. It is not disposed. Null
    /// for the library's own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>Returns the <see cref="HttpClient"/> for each request, such as <c>IHttpClientFactory.CreateClient</c>. Null for the
    /// library's own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Func<HttpClient>? HttpClientProvider { get; set; }

    /// <summary>Returns the <see cref="HttpClient"/> for media files, which are requested without credentials. It must not follow redirects
    /// or connect to private addresses (<see cref="JourneyHttpHandler.CreateForMedia"/>). Null for the library's own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Func<HttpClient>? MediaHttpClientProvider { get; set; }

    /// <summary>Additional hosts from which media files can be downloaded, such as <c>cdn.example.com</c>. The hosts in the API's own
    /// domain are always allowed.</summary>
    public ICollection<string> AllowedMediaHosts { get; } = [];

    /// <summary>The name, in the schema, of the model whose objects are the app's users. Deleting such an object wipes devices, so it must
    /// be allowed explicitly. Null for the model that <c>application.xml</c> stated when the code was generated, or for <c>user</c> if it
    /// did not state one.</summary>
    public string? AppUserModel { get; set; }

    /// <summary>The maximum number of attempts for a request, 1 (no retry) or more. Default 5. Only requests that can be repeated without
    /// applying anything twice are retried.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>The delay before the first retry. It doubles with each retry, with jitter, up to 30 s. Default 500 ms.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A pipeline that replaces the library's own retries. A failed attempt throws a <see cref="JourneyApiException"/>; repeat it
    /// only if <see cref="JourneyApiException.IsTransient"/> is true. Null for the library's own.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ResiliencePipeline? ResiliencePipeline { get; set; }

    /// <summary>The rate limit, which all clients of the process with the same base address and the same limit share. Default: 20 requests
    /// per second and a burst of 300, below the platform's limit, or no limit if the server runs on this machine. Null for no limit. After
    /// a 429, the requests wait in either case, and the rate is halved and grows back slowly.</summary>
    public RequestRateLimit? RateLimit
    {
        get => _rateLimit ?? (_hasRateLimit || BaseAddress is { IsAbsoluteUri: true, IsLoopback: true } ? null : RequestRateLimit.Default);
        set => (_rateLimit, _hasRateLimit) = (value, true);
    }

    /// <summary>The maximum delay that a <c>Retry-After</c> of the server can cause, 1 s to 24 days. Default 5 min. If the delay would use
    /// up the deadline of a call, the call fails at once with a <see cref="TooManyRequestsException"/> or the failure of the
    /// server.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The time limit for connecting with the library's own handler. Default 15 s. This and the other time limits are greater than
    /// zero and at most 24 days, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The time limit from the last byte sent to the headers of the response, and between two parts while sending. Default 100 s.
    /// The total time of an upload is not limited.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The time limit between two reads of a response's body. Default 30 s.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The time limit for all attempts and delays of one request without an upload. Default 5 min;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The maximum size of a response that is read into memory. Default 64 MiB. Downloaded files are written to a stream and have
    /// a separate limit.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The number of objects that a page of a list requests, 1 to 1,000. Default 1,000, which is the API's maximum.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>The maximum number of requests that one call sends at the same time, 1 to 64. Default 4. It applies to calls that read
    /// independent parts: lists with <see cref="ReadConsistency.Complete"/>, ranges of ids, mirrors, reads of many objects by their ids,
    /// and related objects.</summary>
    public int MaxConcurrency { get; set; } = 4;

    /// <summary>Whether lists omit objects that cannot be read, because a value does not fit its field, and report them in
    /// <see cref="Page{T}.Unreadable"/>. Default false: the list throws an <see cref="UnreadableObjectException"/> that names the model,
    /// the object and the field.</summary>
    public bool ReportUnreadableObjects { get; set; }

    /// <summary>Creates the logger for the library's log lines, which contain names, statuses and times, but never values or secrets. Null
    /// for no log.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock for all delays and time limits. Default <see cref="TimeProvider.System"/>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Validates the options in the same way as the creation of a client, so that a program can check them when it
    /// starts.</summary>
    /// <exception cref="ArgumentException">An option is missing or out of range. The message names it.</exception>
    public void Validate() => ToSettings();

    /// <summary>Validates and copies.</summary>
    /// <exception cref="ArgumentException">An option is missing or out of its range.</exception>
    internal ClientSettings ToSettings()
    {
        Uri address = Normalize(BaseAddress);
        JourneyCredential credential = Credential
            ?? throw new ArgumentException("The options must have a Credential, such as JourneyCredential.NamedToken(…).");
        Require(MaxAttempts >= 1, "MaxAttempts must be at least 1.");
        Require(PageSize is >= 1 and <= 1000, "PageSize must be 1 to 1,000.");
        Require(MaxConcurrency is >= 1 and <= 64, "MaxConcurrency must be 1 to 64.");
        Require(MaxResponseBytes is >= 64 * 1024 and <= 1 << 30, "MaxResponseBytes must be 64 KiB to 1 GiB.");
        Require(RetryDelay >= TimeSpan.Zero && RetryDelay <= TimeSpan.FromSeconds(30), "RetryDelay must be 0 to 30 s.");
        Require(
            RateLimit is null or { RequestsPerSecond: >= 0.001 and <= 1_000_000, Burst: >= 1 },
            "RateLimit must be 0.001 to 1,000,000 requests per second, with a burst of at least 1.");

        TimeProvider time = TimeProvider ?? TimeProvider.System;
        return new ClientSettings
        {
            BaseAddress = address,
            Credential = credential,
            MaxAttempts = MaxAttempts,
            ConnectTimeout = TimeLimit.Check(ConnectTimeout, nameof(ConnectTimeout)),
            ResponseTimeout = TimeLimit.Check(ResponseTimeout, nameof(ResponseTimeout)),
            ReadTimeout = TimeLimit.Check(ReadTimeout, nameof(ReadTimeout)),
            Deadline = TimeLimit.Check(Deadline, nameof(Deadline)),
            MaxRetryAfter = TimeLimit.CheckWait(MaxRetryAfter, nameof(MaxRetryAfter), TimeSpan.FromSeconds(1)),
            MaxResponseBytes = MaxResponseBytes,
            PageSize = PageSize,
            MaxConcurrency = MaxConcurrency,
            ReportUnreadableObjects = ReportUnreadableObjects,
            OwnPipeline = ResiliencePipeline,
            Retries = RetryPipeline.Create(RetryDelay, MaxRetryAfter, time),
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
    }

    /// <summary>The host of the address and the kind of the credential. Never contains a secret.</summary>
    public override string ToString()
        => $"JourneyApps deployment at {BaseAddress?.Host ?? "(no address)"}, {Credential?.ToString() ?? "no credential"}";
}
