namespace JourneyApps.Generator.Pipeline;

/// <summary>What becomes of a schema file.</summary>
internal enum SchemaFate
{
    /// <summary>Code is generated from it.</summary>
    Generated,

    /// <summary>It is read and judged, but gives no code; a finding says why.</summary>
    Judged,

    /// <summary>It is none of ours, or another file stands for it: nothing of it is reported.</summary>
    Ignored,
}
