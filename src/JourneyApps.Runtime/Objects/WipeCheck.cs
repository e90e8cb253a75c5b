namespace JourneyApps.Objects;

/// <summary>Deleting an object of the app-user model locks that user and wipes the user's devices: nobody may do that by accident.</summary>
internal static class WipeCheck
{
    // The platform's default name of the app-user model; the schema has no other word for it.
    private const string AppUserModel = "user";

    internal static bool Wipes(string model) => model == AppUserModel;

    /// <exception cref="InvalidOperationException">It would wipe and nobody said that this is meant.</exception>
    internal static void Allow(string model, bool allowWipe)
    {
        if (Wipes(model) && !allowWipe)
            throw new InvalidOperationException("Deleting an app user locks that user and wipes the user's devices. Say allowWipe: true if this is meant.");
    }
}
