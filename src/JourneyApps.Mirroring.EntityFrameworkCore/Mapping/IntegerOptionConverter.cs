using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>The enum of options as the integer key of the option.</summary>
internal sealed class IntegerOptionConverter<TEnum>() : ValueConverter<TEnum, long>(
    static option => Keys.ToNumber(new Choice<TEnum>(option).Key), static key => Keys.ToOption<TEnum>(Keys.ToText(key)))
    where TEnum : struct, Enum;
