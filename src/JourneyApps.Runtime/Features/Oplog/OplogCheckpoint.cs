using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JourneyApps.Oplog;

/// <summary>
/// A place in the change log together with the data model that was valid there. Opaque: store <see cref="ToString"/>, read it back with <see cref="Parse"/>.
/// </summary>
public sealed record OplogCheckpoint
{
    private const string Version = "1";

    /// <summary>The very beginning of the log.</summary>
    public static OplogCheckpoint Start { get; } = new(0, null);

    internal OplogCheckpoint(long next, string? dataModelHash)
    {
        Next = next;
        DataModelHash = dataModelHash;
    }

    /// <summary>The sequence from which to go on (inclusive).</summary>
    public long Next { get; }

    /// <summary>The data model that was valid; null when not known.</summary>
    public string? DataModelHash { get; }

    /// <summary>A place by its sequence, for one who has a sequence from elsewhere (a webhook, an older program).</summary>
    /// <param name="sequence">The first sequence to read, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is negative.</exception>
    public static OplogCheckpoint At(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return new(sequence, null);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static OplogCheckpoint Parse(string text)
        => TryParse(text, out OplogCheckpoint? checkpoint) ? checkpoint : throw new FormatException("This is not a checkpoint of the change log.");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="checkpoint">The checkpoint, or null.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OplogCheckpoint? checkpoint)
    {
        checkpoint = null;
        string[] parts = text?.Split(':', 3) ?? [];
        if (parts is not [Version, _, _] || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long next)) return false;
        checkpoint = new OplogCheckpoint(next, parts[2].Length == 0 ? null : parts[2]);
        return true;
    }

    /// <summary>The text to store.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}:{Next}:{DataModelHash}");
}
