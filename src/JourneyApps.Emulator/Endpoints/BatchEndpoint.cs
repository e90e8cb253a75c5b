using System.Text.Json;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Writing;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>Up to 1000 operations in one request (batch-operations page). Applied in order, each with its own outcome.</summary>
internal static class BatchEndpoint
{
    private const int MaxOperations = 1000;

    public static async Task<ApiResponse> BatchAsync(ApiCall call)
    {
        using RequestBody body = await call.BodyAsync().ConfigureAwait(false);
        bool stopOnError = StopOnError(body.Root);
        List<BatchOperation> operations = Read(body.Root);
        await call.WriteAsync(body, (writer, _) =>
        {
            bool stopped = false;
            for (int i = 0; i < operations.Count; i++)
            {
                BatchOperation operation = operations[i];
                if (stopped) operation.Error = Skipped(call.Assumptions);
                else if (call.Fault?.Operations.Contains(i) == true) operation.Error = ApiError.OfType(call.Fault.ErrorType);
                else Apply(call, writer, operation);
                stopped |= stopOnError && operation.Error is not null;
            }

            return operations.Count;
        }).ConfigureAwait(false);
        return ApiResponse.Json(200, writer => Write(writer, stopOnError, operations));
    }

    private static void Apply(ApiCall call, ObjectWriter writer, BatchOperation operation)
    {
        try
        {
            ServedModel model = call.Schema.Find(operation.Type ?? throw Missing("type")) ?? throw new ApiException(ApiError.UnknownModel(operation.Type, call.Assumptions.UnknownModelErrorType));
            switch (operation.Method)
            {
                case "post":
                    operation.Id = writer.Create(model, operation.Id, operation.Object).Id;
                    break;
                case "put":
                    writer.Put(model, operation.Id ?? throw Missing("id"), operation.Object, out _);
                    break;
                case "patch":
                    writer.Patch(model, operation.Id ?? throw Missing("id"), operation.Object);
                    break;
                case "delete":
                    writer.Delete(model, operation.Id ?? throw Missing("id"));
                    break;
                default:
                    throw new ApiException(ApiError.InvalidRequest($"Unknown method '{operation.Method}'."));
            }
        }
        catch (ApiException exception)
        {
            operation.Error = exception.Error;
        }
    }

    private static List<BatchOperation> Read(JsonElement body)
    {
        if (!body.TryGetProperty("operations", out JsonElement array) || array.ValueKind != JsonValueKind.Array) throw Missing("operations");
        if (array.GetArrayLength() > MaxOperations) throw new ApiException(ApiError.InvalidRequest($"A batch takes at most {MaxOperations} operations."));

        List<BatchOperation> operations = new(array.GetArrayLength());
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("object", out JsonElement values) || values.ValueKind != JsonValueKind.Object) throw Missing("object");
            operations.Add(new(Text(item, "method") ?? throw Missing("method"), values) { Type = Text(values, "type"), Id = Text(values, "id") });
        }

        return operations;
    }

    private static bool StopOnError(JsonElement body)
    {
        if (!body.TryGetProperty("stop_on_error", out JsonElement value)) return false;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw new ApiException(ApiError.InvalidRequest("'stop_on_error' takes true or false.")),
        };
    }

    private static void Write(Utf8JsonWriter writer, bool stopOnError, List<BatchOperation> operations)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("stop_on_error"u8, stopOnError);
        writer.WriteStartArray("operations"u8);
        foreach (BatchOperation operation in operations) operation.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static ApiError Skipped(Assumptions assumptions) =>
        new(422, assumptions.SkippedOperationErrorType, "Operation skipped.", "An operation before this one failed, and stop_on_error is true.");

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement value) ? JsonText.Of(value) : null;

    private static ApiException Missing(string name) => new(ApiError.InvalidRequest($"Missing parameter '{name}'."));
}
