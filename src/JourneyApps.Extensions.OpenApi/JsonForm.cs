using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using JourneyApps.CompilerServices;

namespace JourneyApps.Extensions.OpenApi;

/// <summary>Recognizes the types that have their own form in JSON.</summary>
internal static class JsonForm
{
    /// <summary>Whether a type, or the type that it makes nullable, is a model or a value of the library.</summary>
    public static bool IsOurs(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return IsModel(type) || IsChoice(type, out _) || IsChoiceSet(type, out _) || IsId(type, out _) || IsValue(type);
    }

    /// <summary>The name of the type's component in a document; null for a type that is described where it is used.</summary>
    public static string? NameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsChoice(type, out Type? options)) return options.Name;
        return IsModel(type) || type == typeof(Location) || typeof(AttachmentValue).IsAssignableFrom(type) ? type.Name : null;
    }

    /// <summary>Whether a type is a generated model.</summary>
    public static bool IsModel(Type type)
        => type.IsClass && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IModel<>));

    /// <summary>Whether a type is a choice or the enum of one.</summary>
    public static bool IsChoice(Type type, [NotNullWhen(true)] out Type? options)
    {
        options = type.IsEnum && type.IsDefined(typeof(OptionsAttribute)) ? type : ArgumentOf(type, typeof(Choice<>));
        return options is not null;
    }

    /// <summary>Whether a type is a set of choices.</summary>
    public static bool IsChoiceSet(Type type, [NotNullWhen(true)] out Type? options)
        => (options = ArgumentOf(type, typeof(ChoiceSet<>))) is not null;

    /// <summary>Whether a type is an id.</summary>
    public static bool IsId(Type type, [NotNullWhen(true)] out Type? model) => (model = ArgumentOf(type, typeof(Id<>))) is not null;

    private static bool IsValue(Type type)
        => type == typeof(Location) || type == typeof(Track) || typeof(AttachmentValue).IsAssignableFrom(type);

    private static Type? ArgumentOf(Type type, Type generic)
        => type.IsGenericType && type.GetGenericTypeDefinition() == generic ? type.GetGenericArguments()[0] : null;
}
