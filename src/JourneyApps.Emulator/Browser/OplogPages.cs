using System.Globalization;
using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Oplog;

namespace JourneyApps.Emulator.Browser;

/// <summary>The oplog, newest first. The script fetches new entries.</summary>
internal static class OplogPages
{
    private const int Shown = 100;

    public static ApiResponse Page(Deployment deployment, DatabaseSession session, ServedSchema schema)
    {
        List<OplogEntry> entries = OplogTable.Tail(session, Shown);
        entries.Reverse();
        IEnumerable<Html> rows = entries.Select(entry => Row(entry, DisplayOf(deployment, session, schema, entry)));
        string after = OplogTable.LastSequence(session).ToString(CultureInfo.InvariantCulture);
        return BrowserPage.Of("Oplog", Html.Of($"""
            <table>
            <thead><tr>
            <th scope="col">Sequence</th><th scope="col">Operation</th><th scope="col">Model</th><th scope="col">Object</th>
            </tr></thead>
            <tbody id="oplog" data-after="{after}" aria-live="polite">{Html.Join(rows)}</tbody>
            </table>
            """));
    }

    /// <summary>The entries after a sequence, oldest first. Sequences are text: they exceed the numbers of JavaScript.</summary>
    public static ApiResponse Entries(Deployment deployment, DatabaseSession session, ServedSchema schema, long after)
    {
        List<OplogEntry> entries = OplogTable.Range(session, after + 1, long.MaxValue, Shown);
        return ApiResponse.Json(entries.Select(entry => new
        {
            sequence = entry.Sequence.ToString(CultureInfo.InvariantCulture),
            operation = entry.OperationName,
            type = entry.Model,
            id = entry.Row.Id,
            display = DisplayOf(deployment, session, schema, entry),
        }));
    }

    private static Html Row(OplogEntry entry, string display) => Html.Of($"""
        <tr><td><code>{entry.Sequence}</code></td><td>{entry.OperationName}</td><td>{entry.Model}</td>
        <td><a href="/models/{entry.Model}/{entry.Row.Id}">{(display.Length > 0 ? display : entry.Row.Id)}</a></td></tr>
        """);

    private static string DisplayOf(Deployment deployment, DatabaseSession session, ServedSchema schema, OplogEntry entry)
    {
        if (schema.Find(entry.Model) is not { } model) return string.Empty;
        using var document = JsonDocument.Parse(entry.Row.Json);
        return ObjectPages.Renderer(deployment, session, schema).Render(model, document.RootElement);
    }
}
