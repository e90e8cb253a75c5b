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
        List<Operation> operations = Read(body.Root);
        await call.WriteAsync(body, (writer, _) =>
        {
            bool stopped = false;
            for (int i = 0; i < operations.Count; i++)
            {
                Operation operation = operations[i];
                if (stopped) operation.Error = Skipped(call.Assumptions);
                else if (call.Fault?.Operations.Contains(i) == true) operation.Error = ApiError.OfType(call.Fault.ErrorType);
                else Apply(call, writer, operation);
                stopped |= stopOnError && operation.Error is not null;
            }

            return operations.Count;
        }).ConfigureAwait(false);
        return ApiResponse.Json(new { stop_on_error = stopOnError, operations = operations.Select(operation => operation.Outcome) });
    }

    private static void Apply(ApiCall call, ObjectWriter writer, Operation operation)
    {
        try
        {
            ServedModel model = call.Schema.Find(operation.Type ?? throw ApiException.MissingParameter("type"))
                ?? throw new ApiException(ApiError.UnknownModel(operation.Type, call.Assumptions.UnknownModelErrorType));
            switch (operation.Method)
            {
                case "post":
                    operation.Id = writer.Create(model, operation.Id, operation.Object).Id;
                    break;
                case "put":
                    writer.Put(model, operation.Id ?? throw ApiException.MissingParameter("id"), operation.Object, out _);
                    break;
                case "patch":
                    writer.Patch(model, operation.Id ?? throw ApiException.MissingParameter("id"), operation.Object);
                    break;
                case "delete":
                    writer.Delete(model, operation.Id ?? throw ApiException.MissingParameter("id"));
                    break;
                default:
                    throw ApiException.InvalidRequest($"Unknown method '{operation.Method}'.");
            }
        }
        catch (ApiException exception)
        {
            operation.Error = exception.Error;
        }
    }

    private static List<Operation> Read(JsonElement body)
    {
        if (!body.TryGetProperty("operations", out JsonElement array) || array.ValueKind != JsonValueKind.Array)
        {
            throw ApiException.MissingParameter("operations");
        }
        if (array.GetArrayLength() > MaxOperations) throw ApiException.InvalidRequest($"A batch takes at most {MaxOperations} operations.");

        List<Operation> operations = new(array.GetArrayLength());
        foreach (JsonElement item in array.EnumerateArray())
        {
            JsonElement values = default;
            if (item.ValueKind == JsonValueKind.Object) item.TryGetProperty("object", out values);
            if (values.ValueKind != JsonValueKind.Object) throw ApiException.MissingParameter("object");
            operations.Add(new(JsonText.Of(item, "method") ?? throw ApiException.MissingParameter("method"), values));
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
            _ => throw ApiException.InvalidRequest("'stop_on_error' takes true or false."),
        };
    }

    private static ApiError Skipped(Assumptions assumptions)
        => new(422, assumptions.SkippedOperationErrorType, "Operation skipped.", "An earlier operation failed, and stop_on_error is true.");

    /// <summary>An operation and its outcome.</summary>
    private sealed class Operation(string method, JsonElement values)
    {
        public string Method => method;

        /// <summary>The object, flat: type, id and values in one object.</summary>
        public JsonElement Object => values;

        public string? Type { get; } = JsonText.Of(values, "type");

        /// <summary>The id given, or assigned to the new object.</summary>
        public string? Id { get; set; } = JsonText.Of(values, "id");

        /// <summary>The error; <see langword="null"/> if the operation was applied.</summary>
        public ApiError? Error { get; set; }

        /// <summary>The operation in the response.</summary>
        public object Outcome
        {
            get
            {
                var shown = new { type = Type, id = Id };
                return Error is null
                    ? new { method, @object = shown, success = true }
                    : new { method, @object = shown, success = false, error = Error.Body };
            }
        }
    }
}
