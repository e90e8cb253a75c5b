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
        if (parts is ["assets", "style.css"]) return Task.FromResult(BrowserPage.Asset("style.css", "text/css; charset=utf-8"));
        if (parts is ["assets", "script.js"]) return Task.FromResult(BrowserPage.Asset("script.js", "text/javascript; charset=utf-8"));
        return deployment.Database.ReadAsync(
            session => parts switch
            {
                [""] => ObjectPages.Models(session, schema),
                ["oplog"] => OplogPages.Page(deployment, session, schema),
                ["oplog", "entries"] => OplogPages.Entries(deployment, session, schema, parameters.Number("after") ?? 0),
                ["models", var name] when schema.Find(name) is { } model
                    => ObjectPages.List(deployment, session, schema, model, parameters),
                ["models", var name, "new"] when schema.Find(name) is { } model => ObjectPages.New(model, Gate.FormToken, null),
                ["models", var name, var id] when schema.Find(name) is { } model
                    => ObjectPages.Edit(deployment, session, schema, model, id, Gate.FormToken, null),
                _ => BrowserPage.NotFound(),
            },
            cancellationToken);
    }

    private async Task<ApiResponse> PostAsync(ApiRequest request, string[] parts)
    {
        ServedSchema schema = deployment.Schema;
        using RequestBody body = await RequestBody.ReadAsync(
            request, [], deployment.Options.MaxBodyBytes, acceptForms: true).ConfigureAwait(false);
        if (!Gate.AllowsChange(request, JsonText.Of(body.Root, "token")))
        {
            return BrowserPage.Of("Refused", Html.Of($"<p>This change did not come from the data browser's own form.</p>"), 403);
        }
        if (schema.Find(parts[1]) is not { } model) return BrowserPage.NotFound();
        return await ObjectChanges.ApplyAsync(
            deployment, schema, model, parts, body, Gate.FormToken, request.Aborted).ConfigureAwait(false);
    }
}
