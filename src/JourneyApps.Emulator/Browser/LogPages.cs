using System.Globalization;
using System.Text.Json;
using JourneyApps.Emulator.ChangeLog;
using JourneyApps.Emulator.Display;
using JourneyApps.Emulator.Endpoints;
using JourneyApps.Emulator.Hosting;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Browser;

/// <summary>The change log, newest first; the script asks for what is new.</summary>
internal static class LogPages
{
    private const int Shown = 100;

    public static ApiResponse Page(Deployment deployment, DatabaseSession session, ServedSchema schema)
    {
        List<LogEntry> entries = LogTable.Tail(session, Shown);
        entries.Reverse();
        string after = LogTable.LastSequence(session).ToString(CultureInfo.InvariantCulture);
        return BrowserPage.Of("Change log", Html.Of($"""
            <table>
            <thead><tr><th scope="col">Sequence</th><th scope="col">Operation</th><th scope="col">Model</th><th scope="col">Object</th></tr></thead>
            <tbody id="log" data-after="{after}" aria-live="polite">{Html.Join(entries.Select(entry => Row(entry, DisplayOf(deployment, session, schema, entry))))}</tbody>
            </table>
            """));
    }

    /// <summary>The entries behind a sequence, oldest first. Sequences are text: no script could hold them as numbers.</summary>
    public static ApiResponse Entries(Deployment deployment, DatabaseSession session, ServedSchema schema, long after)
    {
        List<LogEntry> entries = LogTable.Range(session, after + 1, long.MaxValue, Shown);
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartArray();
            foreach (LogEntry entry in entries) Write(writer, entry, DisplayOf(deployment, session, schema, entry));
            writer.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter writer, LogEntry entry, string display)
    {
        writer.WriteStartObject();
        writer.WriteString("sequence"u8, entry.Sequence.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("operation"u8, LogEndpoint.OperationName(entry.Operation));
        writer.WriteString("type"u8, entry.Model);
        writer.WriteString("id"u8, entry.Row.Id);
        writer.WriteString("display"u8, display);
        writer.WriteEndObject();
    }

    private static Html Row(LogEntry entry, string display) => Html.Of($"""
        <tr><td><code>{entry.Sequence}</code></td><td>{LogEndpoint.OperationName(entry.Operation)}</td><td>{entry.Model}</td><td><a href="/models/{entry.Model}/{entry.Row.Id}">{(display.Length > 0 ? display : entry.Row.Id)}</a></td></tr>
        """);

    private static string DisplayOf(Deployment deployment, DatabaseSession session, ServedSchema schema, LogEntry entry)
    {
        if (schema.Find(entry.Model) is not { } model) return string.Empty;
        using JsonDocument document = JsonDocument.Parse(entry.Row.Json);
        return new DisplayRenderer(new RelatedObjects(session, schema), deployment.Assumptions.DisplayTimeZone).Render(model, entry.Row.Id, document.RootElement);
    }
}
