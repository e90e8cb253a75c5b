using JourneyApps.Internal.Values.Records;

namespace JourneyApps.Internal.Objects.Records;

/// <summary>Compares values in the form in which they are sent.</summary>
internal static class WireJson
{
    private const string Time = "timestamp";

    /// <summary>Whether two values mean the same to the API: numbers by value, lists of choices in any order, members of objects without
    /// their nulls.</summary>
    internal static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind) return false;
        return left.ValueKind switch
        {
            // A text that is not UTF-8 equals none: it is compared with what is sent, which is.
            JsonValueKind.String => RecordJson.String(left) is { } text && text == RecordJson.String(right),
            JsonValueKind.Number => left.GetRawText() == right.GetRawText() || left.GetDouble().Equals(right.GetDouble()),
            JsonValueKind.Array => AreEqualLists(left, right),
            JsonValueKind.Object => Holds(left, right) && Holds(right, left),
            _ => true,
        };
    }

    /// <summary>Whether the server already has a value of the caller. The server adds the current time to a location without a time, so
    /// such a location fits any time.</summary>
    internal static bool IsStored(JsonElement own, JsonElement stored)
        => IsLocationWithoutTime(own) && stored.ValueKind == JsonValueKind.Object
            ? Holds(stored, own) && Holds(own, stored, except: Time)
            : AreEqual(own, stored);

    private static bool IsLocationWithoutTime(JsonElement value)
        => value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty("latitude", out _)
            && value.TryGetProperty("longitude", out _)
            && !(value.TryGetProperty(Time, out JsonElement time) && time.ValueKind != JsonValueKind.Null);

    private static bool AreEqualLists(JsonElement left, JsonElement right)
    {
        if (left.GetArrayLength() != right.GetArrayLength()) return false;
        List<JsonElement> rest = [.. right.EnumerateArray()];
        foreach (JsonElement item in left.EnumerateArray())
        {
            int found = rest.FindIndex(other => AreEqual(item, other));
            if (found < 0) return false;
            rest.RemoveAt(found);
        }
        return true;
    }

    private static bool Holds(JsonElement whole, JsonElement parts, string? except = null)
    {
        foreach (JsonProperty part in parts.EnumerateObject())
        {
            if (except is not null && part.NameEquals(except)) continue;
            bool isThere = whole.TryGetProperty(part.Name, out JsonElement other) && other.ValueKind != JsonValueKind.Null;
            if (isThere ? !AreEqual(part.Value, other) : part.Value.ValueKind != JsonValueKind.Null) return false;
        }
        return true;
    }
}
