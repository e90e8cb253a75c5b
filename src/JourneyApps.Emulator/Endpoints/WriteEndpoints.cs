namespace JourneyApps.Emulator.Endpoints;

/// <summary>Writing single objects. Bodies are wrapped in the model's name.</summary>
internal static class WriteEndpoints
{
    public static async Task<ApiResponse> CreateAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        JsonElement values = Unwrap(model, body);
        string? id = call.Assumptions.CreateTakesId ? JsonText.Of(values, "id") : null;
        return await call.WriteAsync(body, (writer, session) =>
        {
            StoredRow row = writer.Create(model, id, values);
            return Response(call, session, model, row, call.Assumptions.CreateStatus);
        }).ConfigureAwait(false);
    }

    public static async Task<ApiResponse> PutAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        JsonElement values = Unwrap(model, body);
        return await call.WriteAsync(body, (writer, session) =>
        {
            StoredRow row = writer.Put(model, call.Id, values, out bool created);
            return Response(call, session, model, row, created ? call.Assumptions.PutCreateStatus : 200);
        }).ConfigureAwait(false);
    }

    public static async Task<ApiResponse> PatchAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        JsonElement values = Unwrap(model, body);
        return await call.WriteAsync(
            body, (writer, session) => Response(call, session, model, writer.Patch(model, call.Id, values), 200)).ConfigureAwait(false);
    }

    public static async Task<ApiResponse> DeleteAsync(ApiCall call)
    {
        ServedModel model = call.Model();
        return await call.WriteAsync(null, (writer, _) =>
        {
            writer.Delete(model, call.Id);
            return ApiResponse.Empty(200);
        }).ConfigureAwait(false);
    }

    private static JsonElement Unwrap(ServedModel model, RequestBody body)
        => body.Root.TryGetProperty(model.Name, out JsonElement values) && values.ValueKind == JsonValueKind.Object
            ? values
            : throw ApiException.MissingParameter(model.Name);

    private static ApiResponse Response(ApiCall call, DatabaseSession session, ServedModel model, StoredRow row, int status)
        => ApiResponse.Json(status, writer => call.Renderer(session, true).Write(writer, model, row));
}
