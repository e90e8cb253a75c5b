using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>A choice with a text key. A key without an option is kept.</summary>
internal sealed class ChoiceConverter<TEnum>() : ValueConverter<Choice<TEnum>, string>(
    static choice => choice.Key, static key => Choice<TEnum>.FromKey(key)) where TEnum : struct, Enum;
