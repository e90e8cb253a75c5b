using JourneyApps.Internal.Values.Ids;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>The platform takes lower-case UUIDs as ids of objects that are written, and says so late and badly.</summary>
internal static class WritableId
{
    /// <exception cref="InvalidOperationException">It is none.</exception>
    internal static void Check(string model, string id)
    {
        if (!UuidText.IsWritable(id))
            throw new InvalidOperationException($"The id of this {model} is no UUID in lower case (8-4-4-4-12 hexadecimal digits), so the platform would refuse to write it.");
    }
}
