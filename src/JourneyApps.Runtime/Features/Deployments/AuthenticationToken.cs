using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Deployments;

/// <summary>The response to a request for an enrolment token. Its form is not documented, so the response is available unchanged. It is a
/// secret and does not appear in <see cref="ToString"/>, debuggers or serialized data.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AuthenticationToken
{
    private readonly JsonElement _json;

    /// <summary>Creates a response, for tests of code that reads it.</summary>
    /// <param name="json">The whole response.</param>
    public AuthenticationToken(JsonElement json) => _json = json;

    /// <summary>The token itself, if the response contains one (<c>token</c> or <c>authentication_token</c>); otherwise null.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? Token => Member("token") ?? Member("authentication_token");

    /// <summary>Returns the whole response.</summary>
    /// <returns>The JSON; undefined if the response is empty.</returns>
    public JsonElement GetJson() => _json;

    /// <summary>A text without the token.</summary>
    public override string ToString() => "enrolment token (secret)";

    private string? Member(string name)
        => _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out JsonElement value) ? RecordJson.String(value) : null;
}
