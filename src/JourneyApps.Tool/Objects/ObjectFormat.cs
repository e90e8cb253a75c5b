namespace JourneyApps.Tool.Objects;

/// <summary>The format of objects in files.</summary>
internal enum ObjectFormat
{
    /// <summary>One JSON object per line.</summary>
    Jsonl,

    /// <summary>Comma-separated values with a header line.</summary>
    Csv,
}
