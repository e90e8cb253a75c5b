using JourneyApps.Internal.Transport.Requests;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>Deleting an object of the app-user model locks that user and wipes the user's devices: nobody may do that by accident.</summary>
internal static class WipeCheck
{
    /// <exception cref="InvalidOperationException">It would wipe and nobody said that this is meant.</exception>
    internal static void Allow(ApiTransport transport, string model, bool allowWipe)
    {
        if (Wipes(transport.Settings.AppUserModel, model) && !allowWipe)
            throw new InvalidOperationException($"Deleting an object of {model}, the app's users, locks that user and wipes the user's devices. Say allowWipe: true if this is meant.");
    }

    // The platform takes a model's plural for the model (seen in its own examples), so the untyped view could wipe under that name too. A schema that
    // has both is asked once too often.
    private static bool Wipes(string users, string model)
        => model.StartsWith(users, StringComparison.Ordinal) && model.AsSpan(users.Length) is "" or "s";
}
