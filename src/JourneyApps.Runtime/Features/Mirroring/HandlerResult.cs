namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>What a handler did with a page.</summary>
internal enum HandlerResult
{
    /// <summary>It stored the changes.</summary>
    Stored,

    /// <summary>It stored the changes and the checkpoint.</summary>
    CheckpointStored,

    /// <summary>It stored nothing, because another mirror has continued with the copy.</summary>
    Overtaken,
}
