using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>Choices as a JSON array of their keys.</summary>
internal sealed class JsonChoiceSetConverter<TEnum>() : ValueConverter<ChoiceSet<TEnum>, string>(
    static set => ToJson(set), static json => FromJson(json)) where TEnum : struct, Enum
{
    private static string ToJson(ChoiceSet<TEnum> set) => OptionEnums.HasIntegerKeys(typeof(TEnum))
        ? JsonSerializer.Serialize(Keys.ToNumbers(set))
        : JsonSerializer.Serialize(Keys.ToKeys(set));

    private static ChoiceSet<TEnum> FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Keys.ToSet<TEnum>([.. document.RootElement.EnumerateArray().Select(static key => key.ToString())]);
    }
}
