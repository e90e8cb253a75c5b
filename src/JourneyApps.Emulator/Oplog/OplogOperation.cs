namespace JourneyApps.Emulator.Oplog;

/// <summary>The change of an object. The numbers are stored.</summary>
internal enum OplogOperation
{
    Create = 0,
    Update = 1,
    Delete = 2,
}
