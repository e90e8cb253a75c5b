using System.Globalization;
using JourneyApps.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Fills a client's options from a section of the configuration and validates them when the program starts. Bound by hand: a rate
/// limit and a credential are made of several keys, and the general binder would also bind handlers and pipelines.</summary>
internal sealed class ConfiguredOptions(
    string optionsName, string section, IConfiguration? configuration, IEnumerable<ConfiguredSection> sections)
    : IConfigureNamedOptions<JourneyAppOptions>, IValidateOptions<JourneyAppOptions>
{
    private const string Token = nameof(Token);
    private const string UserName = nameof(UserName);
    private const string Password = nameof(Password);
    private const string RequestsPerSecond = nameof(RequestsPerSecond);
    private const string Burst = nameof(Burst);

    private static readonly string[] Keys =
    [
        nameof(JourneyAppOptions.BaseAddress), Token, UserName, Password, nameof(JourneyAppOptions.AppUserModel),
        nameof(JourneyAppOptions.MaxAttempts), nameof(JourneyAppOptions.RetryDelay), nameof(JourneyAppOptions.MaxRetryAfter),
        nameof(JourneyAppOptions.Deadline), nameof(JourneyAppOptions.ConnectTimeout), nameof(JourneyAppOptions.ResponseTimeout),
        nameof(JourneyAppOptions.ReadTimeout), nameof(JourneyAppOptions.MaxResponseBytes), nameof(JourneyAppOptions.PageSize),
        nameof(JourneyAppOptions.MaxConcurrency),
        nameof(JourneyAppOptions.ReportUnreadableObjects), nameof(JourneyAppOptions.AllowedMediaHosts), RequestsPerSecond, Burst,
    ];

    // What a section of another, named client has in it.
    private static readonly string[] KeysOfClients = [nameof(JourneyAppOptions.BaseAddress), Token, UserName, Password];

    private JourneyCredential? _credential;

    public void Configure(JourneyAppOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, JourneyAppOptions options)
    {
        if (name != optionsName || configuration is null) return;
        if (Text(nameof(options.BaseAddress)) is { } address)
            options.BaseAddress = Parse(nameof(options.BaseAddress), address, static text => new Uri(text, UriKind.Absolute));
        options.AppUserModel = Text(nameof(options.AppUserModel)) ?? options.AppUserModel;
        options.MaxAttempts = Value<int>(nameof(options.MaxAttempts)) ?? options.MaxAttempts;
        options.PageSize = Value<int>(nameof(options.PageSize)) ?? options.PageSize;
        options.MaxConcurrency = Value<int>(nameof(options.MaxConcurrency)) ?? options.MaxConcurrency;
        options.MaxResponseBytes = Value<int>(nameof(options.MaxResponseBytes)) ?? options.MaxResponseBytes;
        options.ReportUnreadableObjects =
            Value(nameof(options.ReportUnreadableObjects), bool.Parse) ?? options.ReportUnreadableObjects;
        foreach (IConfigurationSection item in configuration.GetSection($"{section}:{nameof(options.AllowedMediaHosts)}").GetChildren())
        {
            if (item.Value is { Length: > 0 } host && !options.AllowedMediaHosts.Contains(host)) options.AllowedMediaHosts.Add(host);
        }
        options.MaxRetryAfter = Value<TimeSpan>(nameof(options.MaxRetryAfter)) ?? options.MaxRetryAfter;
        options.RetryDelay = Value<TimeSpan>(nameof(options.RetryDelay)) ?? options.RetryDelay;
        options.ConnectTimeout = Value<TimeSpan>(nameof(options.ConnectTimeout)) ?? options.ConnectTimeout;
        options.ResponseTimeout = Value<TimeSpan>(nameof(options.ResponseTimeout)) ?? options.ResponseTimeout;
        options.ReadTimeout = Value<TimeSpan>(nameof(options.ReadTimeout)) ?? options.ReadTimeout;
        options.Deadline = Value<TimeSpan>(nameof(options.Deadline)) ?? options.Deadline;
        if (Value<double>(RequestsPerSecond) is { } rate)
            options.RateLimit = new RequestRateLimit(rate, Value<int>(Burst) ?? Math.Max(1, (int)Math.Min(rate, int.MaxValue)));
        // Read again after the server refuses it, so that a rotated token is found. Code can set another one.
        if (Text(Token) is not null || Text(UserName) is not null || Text(Password) is not null)
            options.Credential = _credential ??= JourneyCredential.FromProvider(_ => new(ReadCredential()));
    }

    public ValidateOptionsResult Validate(string? name, JourneyAppOptions options)
    {
        if (name != optionsName) return ValidateOptionsResult.Skip;
        if (UnknownKey() is { } unknown)
            return Fail($"has a setting '{unknown}', which is not known; expected one of {string.Join(", ", Keys)}");
        if (options.Credential is null) return Fail($"has no credential: set Token, or UserName and Password{MissingSection()}");
        try
        {
            if (ReferenceEquals(options.Credential, _credential))
            {
                bool hasPair = Text(UserName) is not null || Text(Password) is not null;
                if (hasPair && Text(Token) is not null)
                    return Fail("has more than one credential: set either Token, or UserName with Password");
                if (hasPair && (Text(UserName) is null || Text(Password) is null))
                    return Fail("has an incomplete credential: set both UserName and Password");
                ReadCredential();
            }
            options.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException fault)
        {
            return Fail($"cannot be used: {MessageOf(fault).TrimEnd('.')}");
        }
    }

    // A section with another name, or a file that is not in the folder of the program.
    private string MissingSection()
        => configuration?.GetSection(section).Exists() == false
            ? $". The configuration has no section '{section}', in which BaseAddress and Token are expected"
            : "";

    // Without the name of the parameter, which is not a setting.
    private static string MessageOf(ArgumentException fault)
        => fault.Message.Replace($" (Parameter '{fault.ParamName}')", "", StringComparison.Ordinal);

    // A mistyped key would be ignored silently. The section of a client without a name also has those of named clients in it.
    private string? UnknownKey() => configuration?.GetSection(section).GetChildren()
        .FirstOrDefault(child => !Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase) && !IsClient(child))?.Key;

    private bool IsClient(IConfigurationSection child)
        => child.Value is null
            && (sections.Any(other => string.Equals(other.Path, child.Path, StringComparison.OrdinalIgnoreCase))
                || KeysOfClients.Any(key => child[key] is not null));

    private JourneyCredential ReadCredential()
        => Text(Token) is { } token
            ? JourneyCredential.NamedToken(token)
            : JourneyCredential.Basic(Text(UserName) ?? "", Text(Password) ?? "");

    private ValidateOptionsResult Fail(string fault) => ValidateOptionsResult.Fail($"The JourneyApps client of '{section}' {fault}.");

    private string? Text(string key) => configuration?[$"{section}:{key}"] is { Length: > 0 } text ? text : null;

    private T? Value<T>(string key)
        where T : struct, IParsable<T>
        => Value(key, static value => T.Parse(value, CultureInfo.InvariantCulture));

    private T? Value<T>(string key, Func<string, T> parse)
        where T : struct
        => Text(key) is { } text ? Parse(key, text, parse) : null;

    // The value is quoted: none of these is a secret.
    private T Parse<T>(string key, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw new FormatException(
                $"The configuration value '{section}:{key}' is '{text}', which is not {Expected<T>()}.", fault);
        }
    }

    private static string Expected<T>()
        => typeof(T) == typeof(int) ? "a whole number"
        : typeof(T) == typeof(double) ? "a number"
        : typeof(T) == typeof(bool) ? "true or false"
        : typeof(T) == typeof(TimeSpan) ? "a time such as 00:00:30"
        : "a URL. Copy all of it from the deployment's \"Manage API\" page";
}
