using JourneyApps.Emulator.Querying;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>The undocumented <c>query.json</c> and <c>search.json</c>.</summary>
internal static class QueryEndpoints
{
    public static async Task<ApiResponse> QueryAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        string expression = JsonText.Of(body.Root, "expression") ?? throw ApiException.MissingParameter("expression");
        List<JsonElement> arguments = Array(body.Root, "arguments");
        Filter filter;
        try
        {
            filter = QueryParser.Parse(model, expression, arguments, call.Assumptions.LooseEquality);
        }
        catch (QueryExpressionException exception)
        {
            throw new ApiException(ApiError.InvalidRequest(exception.Message) with { Type = call.Assumptions.BadExpressionErrorType });
        }

        List<SortKey> sort = [.. Array(body.Root, "sort").Select(item => Sort(model, item))];
        bool inBody = body.Root.TryGetProperty("total", out JsonElement total) && total.ValueKind == JsonValueKind.True;
        bool asksForTotal = inBody || call.Parameters["total"] == "true";
        return await ListResponse.WriteAsync(
            call, model, filter, sort, Number(body.Root, "limit"), Number(body.Root, "skip"), asksForTotal, []).ConfigureAwait(false);
    }

    public static async Task<ApiResponse> SearchAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        string text = JsonText.Of(body.Root, "query") ?? throw ApiException.MissingParameter("query");
        Filter filter = new Filter.AnyOf(
        [
            .. model.Members.Where(member => member.IsText)
                .Select(member => new Filter.Comparison(QueryAttribute.Of(member), QueryOperator.Contains, QueryValue.OfText(text), false)),
        ]);
        return await ListResponse.WriteAsync(call, model, filter, [], call.Assumptions.SearchLimit, null, false, []).ConfigureAwait(false);
    }

    private static SortKey Sort(ServedModel model, JsonElement item)
    {
        string name = JsonText.Of(item) ?? throw ApiException.InvalidRequest("'sort' takes an array of field names.");
        return name.StartsWith('-') ? SortKey.Of(model, name[1..], true) : SortKey.Of(model, name, false);
    }

    private static List<JsonElement> Array(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray()]
            : throw ApiException.InvalidRequest($"'{name}' takes an array.");
    }

    private static long? Number(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) && number >= 0
            ? number
            : throw ApiException.InvalidRequest($"'{name}' takes a number that is not negative, or null.");
    }
}
