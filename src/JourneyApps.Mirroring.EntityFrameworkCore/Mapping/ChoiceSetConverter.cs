using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>Choices with text keys as an array.</summary>
internal sealed class ChoiceSetConverter<TEnum>() : ValueConverter<ChoiceSet<TEnum>, string[]>(
    static set => Keys.ToKeys(set), static keys => Keys.ToSet<TEnum>(keys)) where TEnum : struct, Enum;
