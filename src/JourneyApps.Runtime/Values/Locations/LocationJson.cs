namespace JourneyApps.Internal.Values.Locations;

/// <summary>Reads and writes a location. Reads the documented object and the array of six that the platform's own client writes.</summary>
internal static class LocationJson
{
    /// <exception cref="JsonException">Not a location.</exception>
    public static Location? Read(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.StartObject:
                return ReadObject(ref json);
            case JsonTokenType.StartArray:
                return ReadArray(ref json);
            default:
                throw new JsonException("Expected an object with latitude and longitude.");
        }
    }

    /// <summary>Writes the documented object.</summary>
    public static void Write(JsonOutput output, Location value, bool withFraction)
    {
        output.WriteRaw("{\"latitude\":"u8);
        output.WriteNumber(value.Latitude);
        output.WriteRaw(",\"longitude\":"u8);
        output.WriteNumber(value.Longitude);
        output.WriteOptional("\"altitude\":"u8, value.Altitude);
        output.WriteOptional("\"horizontal_accuracy\":"u8, value.HorizontalAccuracy);
        output.WriteOptional("\"vertical_accuracy\":"u8, value.VerticalAccuracy);
        if (value.Timestamp is { } timestamp)
        {
            output.WriteRaw(",\"timestamp\":"u8);
            output.WriteTime(timestamp.UtcTicks, withFraction);
        }

        output.WriteRaw((byte)'}');
    }

    private static Location ReadObject(ref Utf8JsonReader json)
    {
        double? latitude = null, longitude = null, altitude = null, horizontal = null, vertical = null;
        DateTimeOffset? timestamp = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            // The lengths differ enough that at most two texts are compared.
            switch (NameLength(ref json))
            {
                case 8 when json.ValueTextEquals("latitude"u8): latitude = ReadNumber(ref json); break;
                case 9 when json.ValueTextEquals("longitude"u8): longitude = ReadNumber(ref json); break;
                case 8 when json.ValueTextEquals("altitude"u8): altitude = ReadNumber(ref json); break;
                case 19 when json.ValueTextEquals("horizontal_accuracy"u8): horizontal = ReadNumber(ref json); break;
                case 17 when json.ValueTextEquals("vertical_accuracy"u8): vertical = ReadNumber(ref json); break;
                case 9 when json.ValueTextEquals("timestamp"u8): timestamp = ReadTime(ref json); break;
                default: json.Read(); json.Skip(); break;
            }
        }

        return Make(latitude, longitude, altitude, horizontal, vertical, timestamp);
    }

    private static Location ReadArray(ref Utf8JsonReader json)
    {
        Span<double?> numbers = [null, null, null, null, null];
        DateTimeOffset? timestamp = null;
        for (int i = 0; ; i++)
        {
            if (i < numbers.Length)
                numbers[i] = ReadNumber(ref json);
            else if (i == numbers.Length)
                timestamp = ReadTime(ref json);
            else
                json.Read();

            if (json.TokenType == JsonTokenType.EndArray) break;
            if (i > numbers.Length) throw new JsonException("A location has six parts.");
        }

        return Make(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], timestamp);
    }

    private static Location Make(
        double? latitude, double? longitude, double? altitude, double? horizontal, double? vertical, DateTimeOffset? timestamp)
        => latitude is { } north && longitude is { } east
            ? new Location(north, east, altitude, horizontal, vertical, timestamp)
            : throw new JsonException("Expected latitude and longitude.");

    private static double? ReadNumber(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.Null or JsonTokenType.EndArray) return null;
        if (JsonText.TryGetDouble(ref json, out double value)) return value;
        throw new JsonException("Expected a number.");
    }

    private static DateTimeOffset? ReadTime(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.Null or JsonTokenType.EndArray) return null;
        if (json.TokenType != JsonTokenType.String) throw new JsonException("Expected a time.");

        ReadOnlySpan<byte> text = json.HasValueSequence || json.ValueIsEscaped ? JsonText.Unescaped(ref json) : json.ValueSpan;
        if (text.IsEmpty) return null;
        return IsoTime.TryParse(text, out long ticks)
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new JsonException("Expected a time in ISO 8601.");
    }

    private static int NameLength(ref Utf8JsonReader json)
        => json.HasValueSequence || json.ValueIsEscaped ? JsonText.Unescaped(ref json).Length : json.ValueSpan.Length;
}
