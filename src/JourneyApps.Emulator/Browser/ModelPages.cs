using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Browser;

/// <summary>The start page.</summary>
internal static class ModelPages
{
    public static ApiResponse List(DatabaseSession session, ServedSchema schema) => BrowserPage.Of("Models", Html.Of($"""
        <table>
        <thead><tr><th scope="col">Model</th><th scope="col">Name</th><th scope="col">Objects</th></tr></thead>
        <tbody>{Html.Join(schema.Models.Select(model => Row(session, model)))}</tbody>
        </table>
        """));

    private static Html Row(DatabaseSession session, ServedModel model) => Html.Of($"""
        <tr><td><a href="/models/{model.Name}">{LabelOf(model)}</a></td><td><code>{model.Name}</code></td><td>{ObjectTable.Count(session, model)}</td></tr>
        """);

    /// <summary>What people call a model.</summary>
    public static string LabelOf(ServedModel model) => model.Declared.Label.Length > 0 ? model.Declared.Label : model.Name;
}
