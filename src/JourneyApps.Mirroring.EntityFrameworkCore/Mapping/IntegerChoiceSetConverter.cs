using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>Choices with integer keys as an array.</summary>
internal sealed class IntegerChoiceSetConverter<TEnum>() : ValueConverter<ChoiceSet<TEnum>, long[]>(
    static set => Keys.ToNumbers(set), static keys => Keys.ToSet<TEnum>(keys)) where TEnum : struct, Enum;
