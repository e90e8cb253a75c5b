using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>The converter for each type of this library that a row can have.</summary>
internal static class ValueConverters
{
    /// <summary>The converter for a type; null for other types.</summary>
    /// <param name="type">The type, not nullable.</param>
    /// <param name="hasArrays">Whether the database has arrays.</param>
    public static ValueConverter? Find(Type type, bool hasArrays)
    {
        if (OptionEnums.IsOptionEnum(type))
        {
            return Create(OptionEnums.HasIntegerKeys(type) ? typeof(IntegerOptionConverter<>) : typeof(OptionConverter<>), type);
        }

        if (!type.IsConstructedGenericType) return null;
        Type definition = type.GetGenericTypeDefinition(), argument = type.GenericTypeArguments[0];
        return definition == typeof(Id<>) ? Create(typeof(IdConverter<>), argument)
            : definition == typeof(Choice<>)
                ? Create(OptionEnums.HasIntegerKeys(argument) ? typeof(IntegerChoiceConverter<>) : typeof(ChoiceConverter<>), argument)
            : definition != typeof(ChoiceSet<>) ? null
            : !hasArrays ? Create(typeof(JsonChoiceSetConverter<>), argument)
            : Create(OptionEnums.HasIntegerKeys(argument) ? typeof(IntegerChoiceSetConverter<>) : typeof(ChoiceSetConverter<>), argument);
    }

    private static ValueConverter Create(Type definition, Type argument)
        => (ValueConverter)Activator.CreateInstance(definition.MakeGenericType(argument))!;
}
