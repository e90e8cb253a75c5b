namespace JourneyApps.Emulator.Querying;

/// <summary>How two values are compared.</summary>
internal enum QueryOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>Ignores case, as <c>query.json</c> does.</summary>
    Contains,

    /// <summary>Case-sensitive, as the filters of the list call are.</summary>
    ContainsExactCase,
    StartsWith,
    In,
    NotIn,
}
