namespace JourneyApps.Tool.Commands.Pull;

/// <summary>The format of a pulled data model.</summary>
internal enum PullFormat
{
    /// <summary>The schema as deployed.</summary>
    Xml,

    /// <summary>The API's JSON, which has no indexes, webhooks or media types.</summary>
    Json,
}
