using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Deployments;

/// <summary>The response to a request for an enrolment token. Its form is not documented, so it is available unchanged. It is a secret:
/// neither <see cref="ToString"/> nor a debugger nor a serializer shows it.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AuthenticationToken
{
    private readonly JsonElement _json;

    /// <summary>An answer; calls make it, and tests of code that reads it.</summary>
    /// <param name="json">The whole answer.</param>
    public AuthenticationToken(JsonElement json) => _json = json;

    /// <summary>The token itself, when the answer names one (<c>token</c> or <c>authentication_token</c>); null when it does not.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token => Member("token") ?? Member("authentication_token");

    /// <summary>The whole answer.</summary>
    /// <returns>Its JSON; undefined for an empty answer.</returns>
    public JsonElement GetJson() => _json;

    /// <summary>Never the token.</summary>
    public override string ToString() => "enrolment token (secret)";

    private string? Member(string name)
        => _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out JsonElement value) ? RecordJson.String(value) : null;
}
