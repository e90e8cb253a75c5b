using JourneyApps.Emulator.Deployments;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Querying;
using JourneyApps.Emulator.Reading;

namespace JourneyApps.Emulator.Browser;

/// <summary>The pages of the models, of the objects of a model, and of one object.</summary>
internal static class ObjectPages
{
    private const int PageSize = 50;

    public static ApiResponse Models(DatabaseSession session, ServedSchema schema) => BrowserPage.Of("Models", Html.Of($"""
        <table>
        <thead><tr><th scope="col">Model</th><th scope="col">Name</th><th scope="col">Objects</th></tr></thead>
        <tbody>{Html.Join(schema.Models.Select(model => Row(session, model)))}</tbody>
        </table>
        """));

    public static ApiResponse List(
        Deployment deployment, DatabaseSession session, ServedSchema schema, ServedModel model, QueryParameters parameters)
    {
        string text = parameters["q"] ?? string.Empty;
        long skip = parameters.Number("skip") ?? 0;
        ObjectPage page = ObjectPager.Read(
            session, model, new ObjectQuery(Search(model, text), [], PageSize, skip, true), "row", deployment.Assumptions);
        DisplayRenderer display = Renderer(deployment, session, schema);
        string next = $"/models/{model.Name}?q={Uri.EscapeDataString(text)}&skip={skip + PageSize}";
        return BrowserPage.Of(LabelOf(model), Html.Of($"""
            <form role="search"><label>Filter <input type="search" name="q" value="{text}"></label> <button>Show</button></form>
            <p>{page.Total!.Value} objects. <a href="/models/{model.Name}/new">New object</a></p>
            <table>
            <thead><tr><th scope="col">Object</th><th scope="col">Updated</th><th scope="col">Id</th></tr></thead>
            <tbody>{Html.Join(page.Rows.Select(row => Row(display, model, row)))}</tbody>
            </table>
            {(page.More ? Html.Of($"<p><a href=\"{next}\">Next page</a></p>") : Html.Empty)}
            """));
    }

    public static ApiResponse New(ServedModel model, string token, string? error)
    {
        using var nothing = JsonDocument.Parse("{}");
        return BrowserPage.Of(
            $"New: {LabelOf(model)}", Form(null, model, nothing.RootElement, null, token, error), error is null ? 200 : 422);
    }

    public static ApiResponse Edit(
        Deployment deployment, DatabaseSession session, ServedSchema schema, ServedModel model, string id, string token, string? error)
    {
        if (ObjectTable.Find(session, model, id) is not { } row) return BrowserPage.NotFound();
        using var document = JsonDocument.Parse(row.Json);
        string display = Renderer(deployment, session, schema).Render(model, document.RootElement);
        FieldInputs inputs = new(session, deployment.Media);
        var body = Html.Of($"""
            <p><code>{row.Id}</code> of <a href="/models/{model.Name}">{LabelOf(model)}</a>,
            updated <time>{IsoTime.Moment(row.UpdatedAt)}</time></p>
            {Form(inputs, model, document.RootElement, row.Id, token, error)}
            <form method="post" action="/models/{model.Name}/{row.Id}/delete"><input type="hidden" name="token" value="{token}">
            <p><button data-confirm="Delete this object?">Delete</button></p></form>
            """);
        return BrowserPage.Of(display.Length > 0 ? display : row.Id, body, error is null ? 200 : 422);
    }

    /// <summary>Creates the renderer of display texts.</summary>
    public static DisplayRenderer Renderer(Deployment deployment, DatabaseSession session, ServedSchema schema)
        => new(new RelatedObjects(session, schema), deployment.Assumptions.DisplayTimeZone);

    private static Html Form(FieldInputs? inputs, ServedModel model, JsonElement values, string? id, string token, string? error)
        => Html.Of($"""
        {(error is null ? Html.Empty : Html.Of($"<p class=\"error\" role=\"alert\">{error}</p>"))}
        <form class="edit" method="post" action="/models/{model.Name}/{id ?? "new"}">
        <input type="hidden" name="token" value="{token}"><span></span>
        {Html.Join(model.Members.Select(member => FieldInputs.Label(member, FieldInputs.Input(inputs, model, member, values))))}
        <span></span><button>Save</button>
        </form>
        """);

    private static Html Row(DisplayRenderer display, ServedModel model, StoredRow row)
    {
        using var document = JsonDocument.Parse(row.Json);
        string text = display.Render(model, document.RootElement);
        return Html.Of($"""
            <tr><td><a href="/models/{model.Name}/{row.Id}">{(text.Length > 0 ? text : "(no name)")}</a></td>
            <td><time>{IsoTime.Moment(row.UpdatedAt)}</time></td><td><code>{row.Id}</code></td></tr>
            """);
    }

    private static Html Row(DatabaseSession session, ServedModel model) => Html.Of($"""
        <tr><td><a href="/models/{model.Name}">{LabelOf(model)}</a></td><td><code>{model.Name}</code></td>
        <td>{ObjectTable.Count(session, model)}</td></tr>
        """);

    private static string LabelOf(ServedModel model) => model.Declared.Label.Length > 0 ? model.Declared.Label : model.Name;

    private static Filter.AnyOf? Search(ServedModel model, string text) => text.Length == 0 ? null : new Filter.AnyOf(
    [
        new Filter.Comparison(QueryAttribute.Id, QueryOperator.Equal, QueryValue.OfText(text), false),
        .. model.Members.Where(member => member.IsText || member.Link is not null)
            .Select(member => new Filter.Comparison(QueryAttribute.Of(member), QueryOperator.Contains, QueryValue.OfText(text), false)),
    ]);
}
