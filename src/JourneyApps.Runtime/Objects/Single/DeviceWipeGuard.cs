namespace JourneyApps.Internal.Objects.Single;

/// <summary>Refuses to delete app users by accident: deleting an object of the app-user model locks that user and wipes the user's
/// devices.</summary>
internal static class DeviceWipeGuard
{
    /// <exception cref="InvalidOperationException">The delete would wipe devices, and that is not allowed.</exception>
    internal static void ThrowIfRefused(ClientContext context, string model, DeviceWipeHandling handling)
    {
        if (handling != DeviceWipeHandling.Allow && IsAppUser(context.Transport.Settings.AppUserModel, model))
        {
            throw new InvalidOperationException(
                $"Deleting an object of {model}, the app-user model, locks that user and wipes the user's devices. "
                + "Pass DeviceWipeHandling.Allow if that is intended.");
        }
    }

    // The platform takes a model's plural for the model (seen in its own examples), so a record set could wipe under that name too. A
    // schema that has both is asked once too often.
    private static bool IsAppUser(string users, string model)
        => model.StartsWith(users, StringComparison.Ordinal) && model.AsSpan(users.Length) is "" or "s";
}
