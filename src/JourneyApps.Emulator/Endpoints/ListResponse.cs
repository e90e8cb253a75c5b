using JourneyApps.Emulator.Querying;
using JourneyApps.Emulator.Reading;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>The envelope of lists, the same for all calls that return several objects.</summary>
internal static class ListResponse
{
    // Default and maximum (limiting-and-skipping page).
    private const int PlatformPageSize = 1000;

    public static Task<ApiResponse> WriteAsync(
        ApiCall call, ServedModel model, Filter? filter, IReadOnlyList<SortKey> sort, long? limit, long? skip, bool asksForTotal,
        IReadOnlyCollection<string> embedded)
    {
        if (limit > PlatformPageSize && !call.Assumptions.ClampLimit)
        {
            throw ApiException.InvalidRequest($"The limit {limit} is above {PlatformPageSize}.");
        }
        long pageSize = Math.Clamp(call.Deployment.Options.PageSize, 1, PlatformPageSize);
        bool wantsTotal = call.Deployment.Options.Total switch
        {
            TotalMode.Always => true,
            TotalMode.OnRequest => asksForTotal,
            _ => false,
        };
        ObjectQuery query = new(filter, sort, Math.Min(limit ?? pageSize, pageSize), skip ?? 0, wantsTotal);
        return call.ReadAsync(session =>
        {
            ObjectPage page = ObjectPager.Read(session, model, query, UnsortedOrder(call), call.Assumptions);
            return Write(page, call.Renderer(session, false, embedded), model);
        });
    }

    private static ApiResponse Write(ObjectPage page, ObjectRenderer renderer, ServedModel model) => ApiResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("objects"u8);
        foreach (StoredRow row in page.Rows) renderer.Write(writer, model, row);
        writer.WriteEndArray();
        writer.WriteNumber("count"u8, page.Rows.Count);
        if (page.Total is { } total) writer.WriteNumber("total"u8, total);
        writer.WriteBoolean("more"u8, page.More);
        writer.WriteEndObject();
    });

    // Multiplication by an odd number shuffles rows without a table of random numbers.
    private static string UnsortedOrder(ApiCall call) => call.Assumptions.ListOrder == ListOrder.Creation
        ? "row"
        : FormattableString.Invariant($"(row * {(call.Deployment.NextRandom() * 2L) + 1}) % 4294967291");
}
