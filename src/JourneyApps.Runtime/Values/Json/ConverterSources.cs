using System.Runtime.CompilerServices;

namespace JourneyApps.Internal.Values.Json;

/// <summary>Uninitialized instances of value types, to call their code by <see cref="Type"/>.</summary>
internal static class ConverterSources
{
    [UnconditionalSuppressMessage(
        "Trimming", "IL2067", Justification = "Runs no constructor: only CreateConverter and FromText are called, which read no field.")]
    public static IConverterSource? Find(Type type)
        => typeof(IConverterSource).IsAssignableFrom(type) && !type.IsInterface
            ? (IConverterSource)RuntimeHelpers.GetUninitializedObject(type)
            : null;
}
