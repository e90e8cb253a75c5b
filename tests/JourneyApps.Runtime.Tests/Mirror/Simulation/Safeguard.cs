namespace JourneyApps.Runtime.Tests.Mirror.Simulation;

/// <summary>What keeps a copy complete. The simulation can take each away, to show that it would notice.</summary>
internal enum Safeguard
{
    /// <summary>Nothing is taken away.</summary>
    None,

    /// <summary>A step is stored only if the copy is still at the checkpoint at which the step begins.</summary>
    CompareAndSwap,

    /// <summary>When a load ends, the oplog is read again from the place before the load.</summary>
    OwnStart,

    /// <summary>Entries of the oplog are not applied to a model that is being loaded.</summary>
    LoadingModelsWait,

    /// <summary>The checkpoint knows which ranges are stored, not only the highest one.</summary>
    FinishedRanges,

    /// <summary>What a range's answer lacks is removed.</summary>
    RangeRemoval,

    /// <summary>What a load that collects ids has not found is removed.</summary>
    Sweep,

    /// <summary>A pass over all objects counts only if nothing was written during it.</summary>
    QuietPass,

    /// <summary>The entry at the checkpoint has to come first.</summary>
    Anchor,

    /// <summary>It has to be the same entry, by its id and its time.</summary>
    Fingerprint,

    /// <summary>A copy that began with an empty oplog is loaded again at the oplog's first entry.</summary>
    EmptyOplog,

    /// <summary>A load during which the data model changed begins again.</summary>
    LoadUnderOneDataModel,

    /// <summary>The data model that is adopted has the identifier of the oplog's end.</summary>
    DataModelOfTheOplog,

    /// <summary>Values that come back with a field are read.</summary>
    AddedField,

    /// <summary>A model whose display format or field types changed is loaded again.</summary>
    Reshaping,

    /// <summary>Entries that a model already has are skipped.</summary>
    Position,
}
