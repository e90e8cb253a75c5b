namespace JourneyApps.Tool.Schemas;

/// <summary>Which facts of two data models can be compared.</summary>
internal enum ComparedFacts
{
    /// <summary>All: both come from XML.</summary>
    All,

    /// <summary>Those that the API's JSON carries. It has no media types, indexes, webhooks, push messages, classification or texts of booleans.</summary>
    InJson,
}
