namespace JourneyApps.Schema.Xml;

/// <summary>What a document may not exceed. Real schemas stay far below: five levels, one million characters.</summary>
internal static class XmlLimits
{
    public const int Depth = 128;

    public const int Length = 16 * 1024 * 1024;

    /// <summary>A text of noise would otherwise give millions of findings, each of which a compiler prints.</summary>
    public const int Diagnostics = 10_000;
}
