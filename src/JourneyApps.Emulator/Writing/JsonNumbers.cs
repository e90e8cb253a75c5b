using System.Globalization;
using System.Text.Json;

namespace JourneyApps.Emulator.Writing;

/// <summary>Numbers out of JSON, or out of the text of a form.</summary>
internal static class JsonNumbers
{
    /// <summary>A whole number of 32 bits, also written as <c>7.0</c>; <see langword="null"/> for anything else.</summary>
    public static int? Integer(JsonElement value, WriteContext context) =>
        (context.Assumptions.WholeFractionsAreIntegers || context.FromForm || (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _)))
        && Number(value, context.FromForm) is { } number && number == Math.Floor(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>A whole number that a double holds exactly, as keys of integer choices are; <see langword="null"/> for anything else.</summary>
    public static long? Long(JsonElement value, bool fromForm)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long exact)) return exact;
        return Number(value, fromForm) is { } number && number == Math.Floor(number) && Math.Abs(number) < 9e15 ? (long)number : null;
    }

    /// <summary>A finite number; <see langword="null"/> for anything else.</summary>
    public static double? Number(JsonElement value, bool fromForm)
    {
        double number;
        bool read = value.ValueKind == JsonValueKind.Number ? value.TryGetDouble(out number)
            : double.TryParse(fromForm ? JsonText.Of(value) : null, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        return read && double.IsFinite(number) ? number : null;
    }
}
