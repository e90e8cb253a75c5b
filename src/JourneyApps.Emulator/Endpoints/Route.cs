using JourneyApps.Schema;

namespace JourneyApps.Emulator.Endpoints;

/// <summary>Where a request leads.</summary>
/// <param name="Kind">The call.</param>
/// <param name="Model">The model as the URL names it; empty where there is none.</param>
/// <param name="Rest">What follows: the id, or the path below <c>users</c>.</param>
internal sealed record Route(EmulatorRoute Kind, string Model, string Rest)
{
    public static Route None { get; } = new(EmulatorRoute.None, string.Empty, string.Empty);
}
