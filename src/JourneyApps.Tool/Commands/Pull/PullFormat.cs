namespace JourneyApps.Tool.Commands.Pull;

/// <summary>The form in which a data model is pulled.</summary>
internal enum PullFormat
{
    /// <summary>The schema as it was deployed.</summary>
    Xml,

    /// <summary>The API's JSON, which leaves out indexes, webhooks and media types.</summary>
    Json,
}
