namespace JourneyApps.Emulator.Endpoints;

/// <summary>The data model, the deployment and its indexes.</summary>
internal static class InfoEndpoints
{
    public static Task<ApiResponse> DataModelJsonAsync(ApiCall call)
    {
        string tag = $"\"{call.Schema.Hash}\"";
        KeyValuePair<string, string>[] headers = [new("ETag", tag)];
        string? known = call.Request.Header("If-None-Match");
        string[] given = known?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        bool unchanged = given.Contains("*") || given.Contains(tag) || given.Contains("W/" + tag);
        ApiResponse response = unchanged ? ApiResponse.Empty(304) : ApiResponse.Bytes(200, ApiResponse.JsonType, call.Schema.Json);
        return Task.FromResult(response with { Headers = headers });
    }

    public static Task<ApiResponse> DataModelXmlAsync(ApiCall call)
    {
        // A schema in the form of datamodel.json has no XML.
        if (call.Schema.Text.AsSpan().TrimStart().StartsWith("{"))
        {
            throw ApiException.NoRoute(call.Request.Method, call.Request.Path);
        }
        return Task.FromResult(ApiResponse.Text(200, "application/xml; charset=utf-8", call.Schema.Text));
    }

    public static Task<ApiResponse> InfoAsync(ApiCall call) => Task.FromResult(ApiResponse.Json(new
    {
        label = "Emulator",
        app_label = "Emulator",
        app_id = EmulatorOptions.AppId,
        org_id = (string?)null,
        region = "local",
        environment = "testing",
        last_deployed_at = IsoTime.Moment(call.Schema.DeployedAt),
        deployed_by_name = (string?)null,
        deployed_by_email = (string?)null,
    }));

    public static Task<ApiResponse> IndexesAsync(ApiCall call) => Task.FromResult(ApiResponse.Json(new
    {
        models = call.Schema.Models.ToDictionary(model => model.Name, model => new { indexes = Indexes(model.Declared) }),
    }));

    private static IEnumerable<object> Indexes(Model model) => model.Indexes
        .Where(index => index.InCloud)
        .Select(index => Index(index.Name, "schema", index.Keys))
        .Prepend(Index("_id_", "internal", [new IndexKey("_id", false)]));

    private static object Index(string name, string type, IEnumerable<IndexKey> keys)
    {
        var directions = keys.DistinctBy(key => key.Name).ToDictionary(key => key.Name, key => key.Descending ? -1 : 1);
        return new { key = directions, name, status = "ready", type };
    }
}
