using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JourneyApps.Oplog;
using JourneyApps.Records;

namespace JourneyApps.Tool.Commands.Log;

/// <summary>Formats a change as one line.</summary>
internal static class LogLine
{
    // The output is never embedded in HTML, so text stays readable.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(OplogEntry entry, bool asJson)
    {
        var record = entry.Object as JourneyRecord;
        string? time = entry.UpdatedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        if (!asJson)
        {
            return SafeText.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Sequence} {time ?? "-"} {entry.OperationText} {entry.Model} {entry.Id} {record?.Display}").TrimEnd());
        }

        // Sequences are text, because they exceed the numbers of JavaScript.
        JsonObject line = new()
        {
            ["sequence"] = entry.Sequence.ToString(CultureInfo.InvariantCulture),
            ["time"] = time,
            ["operation"] = entry.OperationText,
            ["model"] = entry.Model,
            ["id"] = entry.Id,
            ["object"] = record is null ? null : JsonNode.Parse(record.ToJson()),
        };
        return line.ToJsonString(Options);
    }
}
