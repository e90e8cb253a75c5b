using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>
/// How a registered client reaches its deployment: what configuration holds (section <c>JourneyApps</c>, or <c>JourneyApps:{name}</c>), and what code adds.
/// Exactly one credential is needed: <see cref="Token"/>, or <see cref="UserName"/> with <see cref="Password"/>, or <see cref="Credential"/>.
/// </summary>
/// <example>
/// <code>
/// { "JourneyApps": { "BaseAddress": "https://….backend.us.journeyapps.com/api/v4/…", "Token": "…" } }
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class JourneyAppSettings
{
    /// <summary>The address that the deployment's "Manage API" page shows: https, or http on this machine. Needed.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The named token. A secret: it shows neither in JSON nor in <see cref="ToString"/> nor in a debugger.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token { get; set; }

    /// <summary>The user name of HTTP Basic: the backend deployment id.</summary>
    public string? UserName { get; set; }

    /// <summary>The password of HTTP Basic. A secret, like <see cref="Token"/>.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Password { get; set; }

    /// <summary>A credential made in code, such as <see cref="JourneyCredential.FromProvider"/> over a vault. Null when configuration has it.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public JourneyCredential? Credential { get; set; }

    /// <summary>How often one request is sent at most; null for <see cref="JourneyAppOptions.MaxAttempts"/>' default.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>How many objects a page asks for, 1 to 1,000; null for the default.</summary>
    public int? PageSize { get; set; }

    /// <summary>The time to connect; null for the default.</summary>
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>From the last byte sent to the answer's headers; null for the default.</summary>
    public TimeSpan? ResponseTimeout { get; set; }

    /// <summary>The time over all attempts of one request; null for the default.</summary>
    public TimeSpan? Deadline { get; set; }

    /// <summary>A rate to stay below, in requests per second; null for none.</summary>
    public double? RequestsPerSecond { get; set; }

    /// <summary>How many requests may go out at once with <see cref="RequestsPerSecond"/>; null for as many as one second has, at least 1.</summary>
    public int? Burst { get; set; }

    /// <summary>Whatever else the options have; called last, each time a client is made. Null for nothing.</summary>
    [JsonIgnore]
    public Action<JourneyAppOptions>? ConfigureOptions { get; set; }

    /// <summary>The address's host and the kind of the credential; never a secret.</summary>
    public override string ToString()
    {
        string credential = Credential is not null ? Credential.ToString() : Token is not null ? "named token (secret)" : Password is not null ? "basic (secret)" : "no credential";
        return $"JourneyApps deployment at {BaseAddress?.Host ?? "(no address)"}, {credential}";
    }
}
