using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>What the deployment says about itself (backend-api §6.2 to §6.4).</summary>
internal static class InfoEndpoints
{
    /// <summary>The id of the app, as in the log and in webhooks.</summary>
    public const string AppId = "6227b6069983d600076e3af5";

    public static ApiResponse DataModelJson(ApiCall call)
    {
        string tag = $"\"{call.Schema.Hash}\"";
        KeyValuePair<string, string>[] headers = [new("ETag", tag)];
        string? known = call.Request.Header("If-None-Match");
        bool unchanged = known is not null && known.Split(',').Any(given => given.Trim() is "*" || given.Trim() == tag || given.Trim() == "W/" + tag);
        return (unchanged ? ApiResponse.Empty(304) : ApiResponse.Bytes(200, ApiResponse.JsonType, call.Schema.Json)) with { Headers = headers };
    }

    public static ApiResponse DataModelXml(ApiCall call) => ApiResponse.Text(200, "application/xml; charset=utf-8", call.Schema.Text);
}
