using JourneyApps.Emulator.Endpoints;
using JourneyApps.Emulator.Hosting;
using JourneyApps.Schema;

namespace JourneyApps.Emulator;

/// <summary>A fault and how often it is still to happen.</summary>
internal sealed class PlannedFault(Fault fault)
{
    private int _skip = fault.Skip;

    public Fault Fault => fault;

    /// <summary>How often it is still to happen; <see langword="null"/> for ever.</summary>
    public int? Left { get; private set; } = fault.Times;

    public bool TryTake(EmulatorRoute route, string model, SeededRandom random)
    {
        if (Left <= 0 || (fault.Route is { } wanted && wanted != route) || (fault.Model is { } name && name != model)) return false;
        if (_skip > 0)
        {
            _skip--;
            return false;
        }

        if (fault.Probability < 1 && random.NextDouble() >= fault.Probability) return false;
        Left--;
        return true;
    }
}
