using System.Collections.Immutable;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Oplog;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>What a mirror learns: the results of its <see cref="MirrorAction"/>s.</summary>
internal abstract record MirrorInput
{
    /// <summary>The stored checkpoint.</summary>
    /// <param name="Copy">The progress of the copy; null when nothing is stored.</param>
    internal sealed record CheckpointRead(CopyState? Copy) : MirrorInput
    {
        /// <summary>Its text; null when nothing is stored.</summary>
        public string? Text { get; init; }

        /// <summary>The shapes that are stored next to it; null if there are none.</summary>
        public string? Shapes { get; init; }
    }

    /// <summary>The end of the oplog.</summary>
    /// <param name="Asked">The request.</param>
    /// <param name="Mark">The last entry; null when the oplog is empty.</param>
    /// <param name="Hash">The identifier of the data model; null when the server sent none.</param>
    internal sealed record EndRead(MirrorAction.ReadEnd Asked, OplogMark? Mark, string? Hash) : MirrorInput;

    /// <summary>The deployed data model.</summary>
    /// <param name="Asked">The request.</param>
    /// <param name="Hash">Its identifier; null when the server sent none.</param>
    /// <param name="Models">What the objects of each model look like.</param>
    /// <param name="Changes">How it differs from what the reading code knows.</param>
    internal sealed record DataModelRead(
        MirrorAction.ReadDataModel Asked, string? Hash, ImmutableDictionary<string, ModelShape> Models,
        IReadOnlyList<DataModelChange> Changes) : MirrorInput
    {
        /// <summary>The whole data model; null in a simulation.</summary>
        public DataModel? DataModel { get; init; }
    }

    /// <summary>Whether there are objects with a value in a new field.</summary>
    /// <param name="Asked">The request.</param>
    /// <param name="HasValues">Whether there are; null when the server refuses the question, as when a field is gone again.</param>
    internal sealed record FieldsAsked(MirrorAction.AskFields Asked, bool? HasValues) : MirrorInput;

    /// <summary>The objects in a range of ids.</summary>
    /// <param name="Asked">The request.</param>
    /// <param name="Span">The range; null when no range is left.</param>
    /// <param name="Rows">The objects.</param>
    internal sealed record RangeRead(MirrorAction.ReadRange Asked, IdSpan? Span, IReadOnlyList<LoadedRow> Rows) : MirrorInput
    {
        /// <summary>The size of the response.</summary>
        public long Bytes { get; init; }
    }

    /// <summary>A range of ids cannot be read.</summary>
    /// <param name="Asked">The request.</param>
    /// <param name="IsOrdered">Whether the server compares ids by their text. If not, ranges prove nothing; otherwise it refuses the
    /// condition, as when a field is gone again.</param>
    internal sealed record RangeRefused(MirrorAction.ReadRange Asked, bool IsOrdered) : MirrorInput;

    /// <summary>A page of a pass over all objects.</summary>
    /// <param name="Asked">The request.</param>
    /// <param name="Rows">The objects.</param>
    internal sealed record PassPageRead(MirrorAction.ReadPass Asked, IReadOnlyList<LoadedRow> Rows) : MirrorInput;

    /// <summary>The end of a pass.</summary>
    /// <param name="Asked">The request.</param>
    /// <param name="IsQuiet">Whether nothing was written during the pass.</param>
    internal sealed record PassEnded(MirrorAction.ReadPass Asked, bool IsQuiet) : MirrorInput;

    /// <summary>A page of the oplog.</summary>
    /// <param name="Asked">The request.</param>
    /// <param name="First">The entry at which the request starts; null when it did not come first.</param>
    /// <param name="Entries">The entries after it.</param>
    /// <param name="Hash">The identifier of the data model; null when the server sent none.</param>
    /// <param name="HasMore">Whether there are more; null when the server does not say.</param>
    /// <param name="IsFull">Whether there are as many entries as were asked for.</param>
    internal sealed record LogRead(
        MirrorAction.ReadLog Asked, OplogMark? First, IReadOnlyList<OplogEntry> Entries, string? Hash, bool? HasMore, bool IsFull)
        : MirrorInput;
}
