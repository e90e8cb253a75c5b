using JourneyApps.CompilerServices;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Internal.Serialization.Tracking;

/// <summary>
/// What the member <c>$changed</c> of an object outside the API says besides names of changed fields. A schema name cannot start
/// with a dollar sign, so nothing collides.
/// </summary>
internal static class HopMarks
{
    public const string Member = "$changed";

    /// <summary>The object does not exist on the server yet.</summary>
    public const string New = "$new";

    /// <summary>The object was written without reading it back.</summary>
    public const string Stale = "$stale";

    /// <summary>Before the name of a member that the server sent and this code does not know.</summary>
    public const string Unknown = "$unknown:";
}
