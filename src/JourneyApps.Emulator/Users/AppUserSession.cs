namespace JourneyApps.Emulator.Users;

/// <summary>A device on which an app user is signed in.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="UserId">The user's id.</param>
/// <param name="State"><c>ENROLLED</c>, <c>LOCKED</c> or <c>RESET</c> (the device is to be wiped).</param>
/// <param name="CreatedAt">When it was enrolled, in seconds of Unix time.</param>
/// <param name="SignedOutAt">When it has to sign in again; <see langword="null"/> while it is signed in.</param>
/// <param name="Label">The name of the device.</param>
internal sealed record AppUserSession(string Id, string UserId, string State, long CreatedAt, long? SignedOutAt, string Label)
{
    public const string Enrolled = "ENROLLED";
    public const string Locked = "LOCKED";
    public const string Reset = "RESET";
}
