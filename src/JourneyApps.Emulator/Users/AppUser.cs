namespace JourneyApps.Emulator.Users;

/// <summary>The state of an app user, apart from its object.</summary>
/// <param name="Id">The id of the object.</param>
/// <param name="Locked">Whether the user may not sign in.</param>
/// <param name="Enrolled">Whether a device was ever enrolled.</param>
/// <param name="LastConnectedAt">When a device last connected, in seconds of Unix time; <see langword="null"/> for never.</param>
internal sealed record AppUser(string Id, bool Locked, bool Enrolled, long? LastConnectedAt);
