using System.Text.Json;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Hosting;

/// <summary>Stores the objects that a test begins with.</summary>
internal static class Seeding
{
    public static async Task<IReadOnlyList<string>> StoreAsync(Deployment deployment, ServedModel model, IEnumerable<string> objects)
    {
        try
        {
            return await deployment.WriteAsync<List<string>>(
                deployment.Schema, null, (writer, _) => [.. objects.Select(item => Store(writer, model, item))], CancellationToken.None).ConfigureAwait(false);
        }
        catch (ApiException exception)
        {
            throw new ArgumentException(exception.Error.Detail, nameof(objects), exception);
        }
    }

    private static string Store(ObjectWriter writer, ServedModel model, string item)
    {
        using JsonDocument document = Parse(item);
        string? id = document.RootElement.TryGetProperty("id"u8, out JsonElement given) ? JsonText.Of(given) : null;
        return id is null ? writer.Create(model, null, document.RootElement).Id : writer.Put(model, id, document.RootElement, out _).Id;
    }

    private static JsonDocument Parse(string item)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(item);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (JsonException exception)
        {
            throw new ApiException(ApiError.InvalidRequest(exception.Message));
        }

        throw new ApiException(ApiError.InvalidRequest("An object is expected."));
    }
}
