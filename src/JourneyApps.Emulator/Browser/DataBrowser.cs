using JourneyApps.Emulator.Browser.Views;
using JourneyApps.Emulator.Deployments;

namespace JourneyApps.Emulator.Browser;

/// <summary>The pages at <c>/</c>, which show and change objects and show the oplog.</summary>
internal sealed class DataBrowser(Deployment deployment)
{
    /// <summary>Who may see the pages.</summary>
    public BrowserGate Gate { get; } = new();

    public async Task<ApiResponse> HandleAsync(ApiRequest request)
    {
        var parameters = QueryParameters.Parse(request.QueryString);
        if (request is { Method: "GET", Path: "/" } && Gate.Redeem(request, parameters["code"]) is { } welcome) return welcome;
        if (Gate.Refuse(request) is { } refusal) return refusal;

        string[] parts = request.Path.Trim('/').Split('/');
        switch (request.Method, parts)
        {
            case ("GET", ["assets", "style.css"]):
                return BrowserPage.Asset("style.css", "text/css; charset=utf-8");
            case ("GET", ["assets", "script.js"]):
                return BrowserPage.Asset("script.js", "text/javascript; charset=utf-8");
            case ("GET", ["oplog", "entries"]):
                return await ReadAsync(
                    reader => ApiResponse.Json(reader.Entries(parameters.Number("after") ?? 0)), request.Aborted).ConfigureAwait(false);
            case ("GET", ["models", var name, "choices"]) when deployment.Schema.Find(name) is { } model:
                string text = parameters["q"] ?? string.Empty;
                return await ReadAsync(reader => ApiResponse.Json(reader.Choices(model, text)), request.Aborted).ConfigureAwait(false);
            case ("POST", ["models", _, _, ..]):
                return await PostAsync(request, parts).ConfigureAwait(false);
            default:
                PageView? page = request.Method == "GET"
                    ? await ReadAsync(reader => Page(reader, parts, parameters), request.Aborted).ConfigureAwait(false)
                    : null;
                return await BrowserPage.RenderAsync(page ?? NotFound()).ConfigureAwait(false);
        }
    }

    private static PageView NotFound() => BrowserPage.Message("Not found", "There is no such page.", 404);

    private PageView? Page(PageReader reader, string[] parts, QueryParameters parameters) => parts switch
    {
        [""] => reader.Models(),
        ["oplog"] => reader.Oplog(),
        ["models", var name] when deployment.Schema.Find(name) is { } model => reader.List(model, parameters),
        ["models", var name, "new"] when deployment.Schema.Find(name) is { } model => reader.New(model, Gate.FormToken),
        ["models", var name, var id] when deployment.Schema.Find(name) is { } model => reader.Object(model, id, Gate.FormToken),
        _ => null,
    };

    private async Task<ApiResponse> PostAsync(ApiRequest request, string[] parts)
    {
        ServedSchema schema = deployment.Schema;
        using RequestBody body = await RequestBody.ReadAsync(
            request, [], deployment.Options.MaxBodyBytes, acceptForms: true).ConfigureAwait(false);
        if (!Gate.AllowsChange(request, JsonText.Of(body.Root, "token")))
        {
            return await BrowserPage.RenderAsync(
                BrowserPage.Message("Refused", "This change did not come from the data browser's own form.", 403)).ConfigureAwait(false);
        }

        if (schema.Find(parts[1]) is not { } model) return await BrowserPage.RenderAsync(NotFound()).ConfigureAwait(false);
        try
        {
            return BrowserPage.Redirect(
                await ObjectChanges.ApplyAsync(deployment, schema, model, parts, body, request.Aborted).ConfigureAwait(false));
        }
        catch (ApiException exception)
        {
            // The form comes back with what was entered.
            FormProblem problem = new(exception.Error.Detail ?? exception.Message, ObjectChanges.Given(model, body));
            PageView? page = await ReadAsync(
                reader => parts[2] == "new"
                    ? reader.New(model, Gate.FormToken, problem)
                    : reader.Object(model, parts[2], Gate.FormToken, problem),
                request.Aborted).ConfigureAwait(false);
            return await BrowserPage.RenderAsync(page ?? NotFound()).ConfigureAwait(false);
        }
    }

    private Task<T> ReadAsync<T>(Func<PageReader, T> read, CancellationToken cancellationToken)
        => deployment.Database.ReadAsync(session => read(new PageReader(deployment, session, deployment.Schema)), cancellationToken);
}
