using System.Globalization;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>Converts between choices and the keys in columns. The converters call these methods from expressions.</summary>
internal static class Keys
{
    public static long ToNumber(string key)
        => long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new InvalidOperationException($"The key '{key}' of a choice with integer keys is not a whole number.");

    public static string ToText(long key) => key.ToString(CultureInfo.InvariantCulture);

    public static TEnum ToOption<TEnum>(string key) where TEnum : struct, Enum
        => Choice<TEnum>.FromKey(key).Value
            ?? throw new InvalidOperationException($"The key '{key}' has no option in {typeof(TEnum).Name}. Read the choice instead.");

    public static string[] ToKeys<TEnum>(ChoiceSet<TEnum> set) where TEnum : struct, Enum => [.. set.Select(static choice => choice.Key)];

    public static long[] ToNumbers<TEnum>(ChoiceSet<TEnum> set) where TEnum : struct, Enum
        => [.. set.Select(static choice => ToNumber(choice.Key))];

    public static ChoiceSet<TEnum> ToSet<TEnum>(string[] keys) where TEnum : struct, Enum
        => new(keys.Select(static key => Choice<TEnum>.FromKey(key)));

    public static ChoiceSet<TEnum> ToSet<TEnum>(long[] keys) where TEnum : struct, Enum
        => new(keys.Select(static key => Choice<TEnum>.FromKey(ToText(key))));
}
