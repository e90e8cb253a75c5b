using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>The enum of options as the text key of the option. Queries read a key as an enum only where it has an option.</summary>
internal sealed class OptionConverter<TEnum>() : ValueConverter<TEnum, string>(
    static option => new Choice<TEnum>(option).Key, static key => Keys.ToOption<TEnum>(key)) where TEnum : struct, Enum;
