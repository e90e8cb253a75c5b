using System.Globalization;

namespace JourneyApps.Oplog;

/// <summary>A position in the oplog together with the data model that was deployed then. Store <see cref="ToString"/> and read it with
/// <see cref="Parse"/>; the text is opaque.</summary>
public sealed record OplogCheckpoint
{
    private const string Version = "1";

    /// <summary>The beginning of the oplog.</summary>
    public static OplogCheckpoint Start { get; } = new(0, null);

    internal OplogCheckpoint(long next, string? dataModelHash)
    {
        Next = next;
        DataModelHash = dataModelHash;
    }

    /// <summary>The first sequence to read.</summary>
    public long Next { get; }

    /// <summary>The identifier of the data model; null when not known.</summary>
    public string? DataModelHash { get; }

    /// <summary>Creates a checkpoint from a known sequence, such as that of a webhook.</summary>
    /// <param name="sequence">The first sequence to read, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is negative.</exception>
    public static OplogCheckpoint At(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return new(sequence, null);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not a checkpoint.</exception>
    public static OplogCheckpoint Parse(string text)
        => TryParse(text, out OplogCheckpoint? checkpoint)
            ? checkpoint
            : throw new FormatException("This is not a checkpoint of the oplog.");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="checkpoint">The checkpoint, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OplogCheckpoint? checkpoint)
    {
        checkpoint = null;
        string[] parts = text?.Split(':', 3) ?? [];
        if (parts is not [Version, _, _] || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long next))
            return false;
        checkpoint = new OplogCheckpoint(next, parts[2].Length == 0 ? null : parts[2]);
        return true;
    }

    /// <summary>The text to store.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}:{Next}:{DataModelHash}");
}
