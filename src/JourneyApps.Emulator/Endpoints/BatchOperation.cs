using System.Text.Json;
using JourneyApps.Emulator.Http;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>An operation of a batch and its outcome.</summary>
internal sealed class BatchOperation(string method, JsonElement values)
{
    public string Method => method;

    /// <summary>The object, flat: type, id and values side by side.</summary>
    public JsonElement Object => values;

    public string? Type { get; init; }

    /// <summary>The id given, or the one that the object got.</summary>
    public string? Id { get; set; }

    /// <summary>What went wrong; <see langword="null"/> when it was applied.</summary>
    public ApiError? Error { get; set; }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("method"u8, method);
        writer.WriteStartObject("object"u8);
        writer.WriteString("type"u8, Type);
        writer.WriteString("id"u8, Id);
        writer.WriteEndObject();
        writer.WriteBoolean("success"u8, Error is null);
        if (Error is not null)
        {
            writer.WritePropertyName("error"u8);
            Error.Write(writer);
        }

        writer.WriteEndObject();
    }
}
