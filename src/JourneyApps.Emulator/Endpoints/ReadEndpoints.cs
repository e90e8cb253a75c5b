using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Querying;
using JourneyApps.Emulator.Reading;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>Reading objects by id and by URL filters.</summary>
internal static class ReadEndpoints
{
    public static async Task<ApiResponse> GetAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        IReadOnlyCollection<string> embedded = Embedded(call, model);
        return await call.ReadAsync(session =>
        {
            StoredRow row = ObjectTable.Find(session, model, call.Id)
                ?? throw new ApiException(ApiError.ObjectNotFound(model.Name, call.Id));
            return ApiResponse.Json(200, writer => call.Renderer(session, false, embedded).Write(writer, model, row));
        }).ConfigureAwait(false);
    }

    public static Task<ApiResponse> ListAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        List<SortKey> sort = [.. call.Parameters.Bracketed("sort").Select(pair => SortKey.Of(model, pair.Key, IsDescending(pair)))];
        Filter? filter = UrlFilter.Parse(model, call.Parameters, call.Assumptions);
        IReadOnlyCollection<string> embedded = Embedded(call, model);
        bool asksForTotal = call.Parameters["total"] == "true";
        return ListResponse.WriteAsync(
            call, model, filter, sort, call.Parameters.Number("limit"), call.Parameters.Number("skip"), asksForTotal, embedded);
    }

    public static async Task<ApiResponse> CountAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        Filter? filter = UrlFilter.Parse(model, call.Parameters, call.Assumptions);
        long count = await call.ReadAsync(session => ObjectPager.Count(session, model, filter)).ConfigureAwait(false);
        return ApiResponse.Json(new { count });
    }

    private static bool IsDescending(KeyValuePair<string, string> sort) => sort.Value switch
    {
        "1" or "asc" or "ASC" => false,
        "-1" or "desc" or "DESC" => true,
        _ => throw ApiException.InvalidRequest($"Invalid direction \"{sort.Value}\" to sort by '{sort.Key}': 1, -1, asc or desc expected."),
    };

    // embed=a,b names belongs-to relationships (retrieve-a-single-object page). Version 1 took embed[]=a&embed[]=b and embed=false.
    private static HashSet<string> Embedded(ApiCall call, ServedModel model)
    {
        HashSet<string> embedded = new(StringComparer.Ordinal);
        IEnumerable<string> names = call.Parameters.All
            .Where(parameter => parameter.Key is "embed" or "embed[]")
            .SelectMany(parameter => parameter.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (string name in names)
        {
            if (model.FindName(name) is { Link: not null }) embedded.Add(name);
            else if (call.Assumptions.RejectUnknownEmbed)
            {
                throw ApiException.InvalidRequest($"Cannot embed '{name}': it is not a belongs-to of '{model.Name}'.");
            }
        }

        return embedded;
    }
}
