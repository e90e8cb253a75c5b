namespace JourneyApps.Tool.Commands.Export;

/// <summary>The file format of an export.</summary>
internal enum ExportFormat
{
    /// <summary>One JSON object per line.</summary>
    Jsonl,

    /// <summary>CSV with a header line.</summary>
    Csv,

    /// <summary>Apache Parquet with a typed column for each column of a copy in a database.</summary>
    Parquet,
}
