using System.Text.Json;
using JourneyApps.Emulator.DataModelFiles;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Writing;
using JourneyApps.Schema;

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

    // A schema given as datamodel.json has no XML to show.
    public static ApiResponse DataModelXml(ApiCall call) => call.Schema.Text.AsSpan().TrimStart().StartsWith("{")
        ? throw new ApiException(ApiError.Route(call.Request.Method, call.Request.Path))
        : ApiResponse.Text(200, "application/xml; charset=utf-8", call.Schema.Text);

    public static ApiResponse Info(ApiCall call) => ApiResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("label"u8, "Emulator");
        writer.WriteString("app_label"u8, "Emulator");
        writer.WriteString("app_id"u8, AppId);
        writer.WriteNull("org_id"u8);
        writer.WriteString("region"u8, "local");
        writer.WriteString("environment"u8, "testing");
        writer.WriteString("last_deployed_at"u8, IsoTime.Moment(call.Schema.DeployedAt));
        writer.WriteNull("deployed_by_name"u8);
        writer.WriteNull("deployed_by_email"u8);
        writer.WriteEndObject();
    });

    public static ApiResponse Indexes(ApiCall call) => ApiResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("models"u8);
        foreach (ServedModel model in call.Schema.Models)
        {
            writer.WriteStartObject(model.Name);
            writer.WriteStartArray("indexes"u8);
            WriteIndex(writer, "_id_", "internal", [new IndexKey("_id", false)]);
            foreach (ModelIndex index in model.Declared.Indexes)
            {
                if (index.InCloud) WriteIndex(writer, index.Name, "schema", [.. index.Keys]);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static void WriteIndex(Utf8JsonWriter writer, string name, string type, IndexKey[] keys)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("key"u8);
        foreach (IndexKey key in keys) writer.WriteNumber(key.Name, key.Descending ? -1 : 1);
        writer.WriteEndObject();
        writer.WriteString("name"u8, name);
        writer.WriteString("status"u8, "ready");
        writer.WriteString("type"u8, type);
        writer.WriteEndObject();
    }
}
