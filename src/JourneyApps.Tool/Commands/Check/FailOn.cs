namespace JourneyApps.Tool.Commands.Check;

/// <summary>Which differences end <c>check</c> with exit code 1.</summary>
internal enum FailOn
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>New things and those that break generated code; not texts and indexes.</summary>
    Structure,

    /// <summary>Only those that break generated code.</summary>
    Breaking,
}
