namespace JourneyApps.Emulator.ChangeLog;

/// <summary>What a change did to an object. The values are stored.</summary>
internal enum LogOperation
{
    Create = 0,
    Update = 1,
    Delete = 2,
}
