using JourneyApps.Emulator.Hosting;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Browser;

/// <summary>The pages at <c>/</c>: look at objects, change them, and watch the change log.</summary>
internal sealed class DataBrowser(Deployment deployment)
{
    /// <summary>Who may see the pages.</summary>
    public BrowserGate Gate { get; } = new();

    public async Task<ApiResponse> HandleAsync(ApiRequest request)
    {
        QueryParameters parameters = QueryParameters.Parse(request.QueryString);
        if (request is { Method: "GET", Path: "/" } && Gate.Redeem(request, parameters["code"]) is { } welcome) return welcome;
        if (Gate.Refuse(request) is { } refusal) return refusal;

        string[] parts = request.Path.Trim('/').Split('/');
        return request.Method switch
        {
            "GET" => await GetAsync(parts, parameters, request.Aborted).ConfigureAwait(false),
            "POST" when parts is ["models", _, _, ..] => await PostAsync(request, parts).ConfigureAwait(false),
            _ => BrowserPage.NotFound(),
        };
    }

    private Task<ApiResponse> GetAsync(string[] parts, QueryParameters parameters, CancellationToken cancellationToken)
    {
        ServedSchema schema = deployment.Schema;
        if (parts is ["assets", "style.css"]) return Task.FromResult(BrowserPage.Asset(BrowserAssets.Style, "text/css; charset=utf-8"));
        if (parts is ["assets", "script.js"]) return Task.FromResult(BrowserPage.Asset(BrowserAssets.Script, "text/javascript; charset=utf-8"));
        return deployment.Database.ReadAsync(
            session => parts switch
            {
                [""] => ModelPages.List(session, schema),
                ["log"] => LogPages.Page(deployment, session, schema),
                ["log", "entries"] => LogPages.Entries(deployment, session, schema, parameters.Number("after") ?? 0),
                ["models", var name] when schema.Find(name) is { } model => ObjectPages.List(deployment, session, schema, model, parameters),
                ["models", var name, "new"] when schema.Find(name) is { } model => ObjectPages.New(model, Gate.FormToken, null),
                ["models", var name, var id] when schema.Find(name) is { } model => ObjectPages.Edit(deployment, session, schema, model, id, Gate.FormToken, null),
                _ => BrowserPage.NotFound(),
            },
            cancellationToken);
    }

    private async Task<ApiResponse> PostAsync(ApiRequest request, string[] parts)
    {
        ServedSchema schema = deployment.Schema;
        using RequestBody body = await RequestBodyReader.ReadAsync(request, [], deployment.Options.MaxBodyBytes).ConfigureAwait(false);
        string? token = body.Root.TryGetProperty("token", out System.Text.Json.JsonElement given) ? Writing.JsonText.Of(given) : null;
        if (!Gate.AllowsChange(request, token)) return BrowserPage.Of("Refused", Html.Of($"<p>This change did not come from the data browser's own form.</p>"), 403);
        if (schema.Find(parts[1]) is not { } model) return BrowserPage.NotFound();
        return await ObjectChanges.ApplyAsync(deployment, schema, model, parts, body, Gate.FormToken, request.Aborted).ConfigureAwait(false);
    }
}
