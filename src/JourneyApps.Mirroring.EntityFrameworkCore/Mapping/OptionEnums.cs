using System.Reflection;
using JourneyApps.CompilerServices;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>The generated enums of options, whose members represent keys.</summary>
internal static class OptionEnums
{
    public static bool IsOptionEnum(Type type) => type.IsEnum && type.IsDefined(typeof(OptionsAttribute));

    /// <summary>Whether the keys are whole numbers. The attribute lists a key first.</summary>
    public static bool HasIntegerKeys(Type type)
    {
        foreach (CustomAttributeData attribute in type.GetCustomAttributesData())
        {
            if (attribute.AttributeType != typeof(OptionsAttribute)) continue;
            return attribute.ConstructorArguments is [{ Value: IReadOnlyList<CustomAttributeTypedArgument> and [{ } first, ..] }]
                && first.ArgumentType != typeof(string);
        }

        return false;
    }
}
