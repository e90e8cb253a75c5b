using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>A choice with an integer key. A key without an option is kept.</summary>
internal sealed class IntegerChoiceConverter<TEnum>() : ValueConverter<Choice<TEnum>, long>(
    static choice => Keys.ToNumber(choice.Key), static key => Choice<TEnum>.FromKey(Keys.ToText(key))) where TEnum : struct, Enum;
