using JourneyApps.Internal.Transport.Errors;

namespace JourneyApps.Internal.Objects.Batches;

/// <summary>Reads the answer of a batch.</summary>
internal static class BatchAnswer
{
    /// <summary>One answer per operation, in the order of the request.</summary>
    /// <exception cref="JsonException">It is not such a response, or it has another length, so results cannot be assigned to
    /// operations.</exception>
    internal static OperationAnswer[] Read(ApiResponse response, int expected)
    {
        var reader = new Utf8JsonReader(response.Body.Span);
        List<OperationAnswer>? answers = null;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The response of a batch is not an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isOperations = reader.ValueTextEquals("operations"u8);
            reader.Read();
            if (isOperations && reader.TokenType == JsonTokenType.StartArray) answers = ReadAll(ref reader, expected);
            else reader.Skip();
        }
        if (reader.TokenType != JsonTokenType.EndObject || answers is null) throw new JsonException(
            "The response of a batch has no operations.");
        return answers.Count == expected
            ? [.. answers]
            : throw new JsonException($"The response of a batch has {answers.Count} results for {expected} operations.");
    }

    private static List<OperationAnswer> ReadAll(ref Utf8JsonReader reader, int expected)
    {
        var answers = new List<OperationAnswer>(expected);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) answers.Add(ReadOne(ref reader));
        return reader.TokenType == JsonTokenType.EndArray ? answers : throw new JsonException("A result of a batch is not an object.");
    }

    private static OperationAnswer ReadOne(ref Utf8JsonReader reader)
    {
        bool? success = null;
        ApiError? error = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("success"u8))
            {
                reader.Read();
                if (reader.TokenType is JsonTokenType.True or JsonTokenType.False) success = reader.TokenType == JsonTokenType.True;
                else reader.Skip();
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                error = ErrorBody.Read(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
        return new OperationAnswer(success ?? throw new JsonException("A result of a batch does not state whether it succeeded."), error);
    }
}
