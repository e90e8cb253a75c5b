using System.Globalization;

namespace JourneyApps.Oplog;

/// <summary>A position in the oplog, with the identifier of the data model at that time. Store the text that <see cref="ToString"/> returns
/// and read it with <see cref="Parse"/>. Do not interpret the text.</summary>
public sealed record OplogCheckpoint
{
    private const string Version = "1";

    /// <summary>The start of the oplog.</summary>
    public static OplogCheckpoint Start { get; } = new(0, null);

    internal OplogCheckpoint(long next, string? dataModelHash)
    {
        Next = next;
        DataModelHash = dataModelHash;
    }

    /// <summary>The sequence number at which reading starts.</summary>
    public long Next { get; }

    /// <summary>The identifier of the data model; null if it is not known.</summary>
    public string? DataModelHash { get; }

    /// <summary>Creates a checkpoint from a known sequence number, such as that of a webhook.</summary>
    /// <param name="sequence">The sequence number at which reading starts, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequence number is negative.</exception>
    public static OplogCheckpoint At(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return new(sequence, null);
    }

    /// <summary>Parses a text that <see cref="ToString"/> returned.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is not a checkpoint.</exception>
    public static OplogCheckpoint Parse(string text)
        => TryParse(text, out OplogCheckpoint? checkpoint)
            ? checkpoint
            : throw new FormatException("The text is not a checkpoint of the oplog, as OplogCheckpoint.ToString writes it.");

    /// <summary>Parses a text that <see cref="ToString"/> returned, without throwing an exception.</summary>
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

    /// <summary>Returns the text to store.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}:{Next}:{DataModelHash}");
}
