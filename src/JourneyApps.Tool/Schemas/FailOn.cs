namespace JourneyApps.Tool.Schemas;

/// <summary>The differences for which <c>check</c> and <c>diff</c> exit with code 1.</summary>
internal enum FailOn
{
    /// <summary>All differences.</summary>
    Any,

    /// <summary>Additions and breaking differences, but not texts and indexes.</summary>
    Structure,

    /// <summary>Only differences that break generated code.</summary>
    Breaking,
}
