using System.Globalization;
using JourneyApps.Emulator.Oplog;
using JourneyApps.Emulator.Reading;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>The oplog in its documented form and in the newer one with text sequences.</summary>
internal static class OplogEndpoint
{
    private const int DefaultLimit = 400;
    private const int MaxLimit = 1000;

    public static async Task<ApiResponse> ReadAsync(ApiCall call)
    {
        long start = call.Parameters.Number("start") ?? 0;
        long end = call.Parameters.Number("end") ?? long.MaxValue;
        long limit = Math.Min(call.Parameters.Number("limit") ?? DefaultLimit, MaxLimit);
        bool tail = call.Parameters["tail"] == "true";
        if (call.Assumptions.OplogNeedsStart && !tail && call.Parameters["start"] is null) throw ApiException.MissingParameter("start");
        bool textSequences = call.Parameters["sequence_ids"] == "true";
        return await call.ReadAsync(session =>
        {
            List<OplogEntry> entries = tail ? OplogTable.Tail(session, limit) : OplogTable.Range(session, start, end, limit + 1);
            bool more = !tail && entries.Count > limit;
            if (more) entries.RemoveAt(entries.Count - 1);
            long next = entries.Count > 0 ? entries[^1].Sequence + 1 : tail ? OplogTable.LastSequence(session) + 1 : start;
            ObjectRenderer renderer = call.Renderer(session, false);
            return ApiResponse.Json(200, writer => Write(writer, call, renderer, entries, textSequences, more, next));
        }).ConfigureAwait(false);
    }

    private static void Write(
        Utf8JsonWriter writer, ApiCall call, ObjectRenderer renderer, List<OplogEntry> entries, bool textSequences, bool more, long next)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("entries"u8);
        foreach (OplogEntry entry in entries) Write(writer, call, renderer, entry, textSequences);
        writer.WriteEndArray();
        if (textSequences)
        {
            writer.WriteBoolean("has_more"u8, more);
            writer.WriteString("next_request_start"u8, next.ToString(CultureInfo.InvariantCulture));
        }

        writer.WriteString("datamodel_hash"u8, call.Schema.Hash);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ApiCall call, ObjectRenderer renderer, OplogEntry entry, bool textSequences)
    {
        writer.WriteStartObject();
        if (textSequences)
        {
            writer.WriteString("sequence_id"u8, entry.Sequence.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("app_id"u8, EmulatorOptions.AppId);
        }
        else
        {
            writer.WriteNumber("sequence"u8, entry.Sequence);
        }

        writer.WriteString("operation"u8, entry.OperationName);
        if (textSequences)
        {
            writer.WriteStartArray("events"u8);
            writer.WriteEndArray();
        }

        writer.WritePropertyName("object"u8);
        ServedModel? model = entry.Operation == OplogOperation.Delete && !call.Assumptions.OplogKeepsDeletedValues
            ? null
            : call.Schema.Find(entry.Model);
        if (model is null) ObjectRenderer.WriteStub(writer, entry.Model, entry.Row);
        else renderer.Write(writer, model, entry.Row);
        writer.WriteEndObject();
    }
}
