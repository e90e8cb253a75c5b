namespace JourneyApps.Schema.Display;

/// <summary>A statement or an expression that a display expression consists of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The offset of its first character in the source.</param>
/// <param name="End">The offset after its last character.</param>
internal sealed record ScriptNode(ScriptNodeKind Kind, int Start, int End)
{
    /// <summary>A name, a text or a constant as a value.</summary>
    public string Value { get; init; } = "";

    /// <summary>The first statement of a block, the statement after a label, or the expression after <c>await</c>.</summary>
    public ScriptNode? Inner { get; init; }

    /// <summary>The second statement of a block.</summary>
    public ScriptNode? Second { get; init; }

    /// <summary>Whether it contains a gap between two commas where the platform expects a value.</summary>
    public bool HasGap { get; init; }
}
