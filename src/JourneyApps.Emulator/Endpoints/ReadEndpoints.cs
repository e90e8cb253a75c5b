using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Querying;
using JourneyApps.Emulator.Reading;
using JourneyApps.Emulator.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>Reading objects by id and by URL filters (backend-api §4.1 to §4.6).</summary>
internal static class ReadEndpoints
{
    public static async Task<ApiResponse> GetAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        IReadOnlyCollection<string> embedded = Embedding.Parse(call, model);
        return await call.ReadAsync(session =>
        {
            StoredRow row = ObjectTable.Find(session, model, call.Route.Rest) ?? throw new ApiException(ApiError.ObjectNotFound(model.Name, call.Route.Rest));
            return ApiResponse.Json(200, writer => call.Renderer(session, false, embedded).Write(writer, model, row));
        }).ConfigureAwait(false);
    }

    public static Task<ApiResponse> ListAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        List<SortKey> sort = [.. call.Parameters.Bracketed("sort").Select(pair => SortKey.Of(model, pair.Key, IsDescending(pair)))];
        Filter? filter = UrlFilter.Parse(model, call.Parameters, call.Assumptions);
        IReadOnlyCollection<string> embedded = Embedding.Parse(call, model);
        bool asksForTotal = call.Parameters["total"] == "true";
        return ListAnswer.WriteAsync(call, model, filter, sort, call.Parameters.Number("limit"), call.Parameters.Number("skip"), asksForTotal, embedded);
    }

    public static async Task<ApiResponse> CountAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        Filter? filter = UrlFilter.Parse(model, call.Parameters, call.Assumptions);
        long count = await call.ReadAsync(session => ObjectPager.Count(session, model, filter)).ConfigureAwait(false);
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("count"u8, count);
            writer.WriteEndObject();
        });
    }

    private static bool IsDescending(KeyValuePair<string, string> sort) => sort.Value switch
    {
        "1" or "asc" or "ASC" => false,
        "-1" or "desc" or "DESC" => true,
        _ => throw new ApiException(ApiError.InvalidRequest($"Invalid direction \"{sort.Value}\" to sort by '{sort.Key}': 1, -1, asc or desc expected.")),
    };
}
