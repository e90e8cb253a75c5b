namespace JourneyApps.Schema.Text;

/// <summary>The limits of a document. Real schemas stay far below: five levels, one million characters.</summary>
internal static class SchemaLimits
{
    public const int Depth = 128;

    public const int Length = 16 * 1024 * 1024;

    /// <summary>A text of noise would give millions of diagnostics, each of which a compiler prints.</summary>
    public const int Diagnostics = 10_000;

    /// <summary><see cref="Diagnostics"/> in the message about it.</summary>
    public static readonly string DiagnosticsText = Diagnostics.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
