using System.Globalization;
using JourneyApps.Internal.Features.Oplog;

namespace JourneyApps.Oplog;

/// <summary>A position in the oplog, with the identifier of the data model at that time. Store the text that <see cref="ToString"/> returns
/// and read it with <see cref="Parse"/>. Do not interpret the text.</summary>
public sealed record OplogCheckpoint
{
    private const string Version = "1";
    private const string MarkedVersion = "2";

    /// <summary>The start of the oplog.</summary>
    public static OplogCheckpoint Start { get; } = new(0, null);

    internal OplogCheckpoint(long next, string? dataModelHash, OplogMark? last = null)
    {
        Next = next;
        DataModelHash = dataModelHash;
        Last = last;
    }

    /// <summary>The sequence number at which reading starts.</summary>
    public long Next { get; }

    /// <summary>The identifier of the data model; null if it is not known.</summary>
    public string? DataModelHash { get; }

    /// <summary>The entry before the position, which has to be in the oplog when reading continues; null if it is not known.</summary>
    internal OplogMark? Last { get; }

    /// <summary>Creates a checkpoint from a known sequence number, such as that of a webhook. Whether earlier
    /// entries are still in the oplog is not checked.</summary>
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
        checkpoint = text?.Split(':', 3) is [Version, var next, var hash] && Number(next) is { } position
            ? new OplogCheckpoint(position, hash.Length == 0 ? null : hash)
            : text?.Split(':', 6) is [MarkedVersion, ..] parts ? Marked(parts) : null;
        return checkpoint is not null;
    }

    /// <summary>Returns the text to store.</summary>
    public override string ToString() => Last is { } last
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{MarkedVersion}:{Next}:{last.Sequence}:{last.At?.UtcTicks}:{Uri.EscapeDataString(last.ObjectId)}:{DataModelHash}")
        : string.Create(CultureInfo.InvariantCulture, $"{Version}:{Next}:{DataModelHash}");

    private static OplogCheckpoint? Marked(string[] parts)
    {
        if (parts is not [_, var next, var sequence, var ticks, var id, var hash]) return null;
        if (Number(next) is not { } position || Number(sequence) is not { } last) return null;
        long? at = ticks.Length == 0 ? null : Number(ticks);
        if (at is null != (ticks.Length == 0) || at > DateTimeOffset.MaxValue.Ticks) return null;
        var mark = new OplogMark(last, Uri.UnescapeDataString(id), at is { } time ? new DateTimeOffset(time, TimeSpan.Zero) : null);
        return new OplogCheckpoint(position, hash.Length == 0 ? null : hash, mark);
    }

    private static long? Number(string text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
