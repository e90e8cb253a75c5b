using System.Text.Json;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Writing;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>Writing single objects (backend-api §5.1 to §5.4). Bodies are wrapped in the model's name.</summary>
internal static class WriteEndpoints
{
    public static async Task<ApiResponse> CreateAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        JsonElement values = Unwrap(model, body);
        string? id = call.Assumptions.CreateTakesId && values.TryGetProperty("id"u8, out JsonElement given) ? JsonText.Of(given) : null;
        return await call.WriteAsync(body, (writer, session) => Answer(call, session, model, writer.Create(model, id, values), call.Assumptions.CreateStatus)).ConfigureAwait(false);
    }

    public static async Task<ApiResponse> PutAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        JsonElement values = Unwrap(model, body);
        return await call.WriteAsync(body, (writer, session) =>
        {
            StoredRow row = writer.Put(model, call.Route.Rest, values, out bool created);
            return Answer(call, session, model, row, created ? call.Assumptions.PutCreateStatus : 200);
        }).ConfigureAwait(false);
    }

    public static async Task<ApiResponse> PatchAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        JsonElement values = Unwrap(model, body);
        return await call.WriteAsync(body, (writer, session) => Answer(call, session, model, writer.Patch(model, call.Route.Rest, values), 200)).ConfigureAwait(false);
    }

    public static async Task<ApiResponse> DeleteAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        return await call.WriteAsync(null, (writer, _) =>
        {
            writer.Delete(model, call.Route.Rest);
            return ApiResponse.Empty(200);
        }).ConfigureAwait(false);
    }

    private static JsonElement Unwrap(ServedModel model, RequestBody body) =>
        body.Root.TryGetProperty(model.Name, out JsonElement values) && values.ValueKind == JsonValueKind.Object
            ? values
            : throw new ApiException(ApiError.InvalidRequest($"Missing parameter '{model.Name}'."));

    private static ApiResponse Answer(ApiCall call, DatabaseSession session, ServedModel model, StoredRow row, int status) =>
        ApiResponse.Json(status, writer => call.Renderer(session, true).Write(writer, model, row));
}
