using System.Collections.Immutable;
using JourneyApps.Internal.Features.Oplog;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>What a mirror does next. The numbers called Turn identify requests that are still of use: each time the copy moves to another
/// place for another reason than the answer to a request, a new turn begins, and answers to requests of an earlier turn are
/// ignored.</summary>
internal abstract record MirrorAction
{
    /// <summary>Read the stored checkpoint.</summary>
    internal sealed record ReadCheckpoint : MirrorAction;

    /// <summary>Read the end of the oplog.</summary>
    /// <param name="Turn">The turn.</param>
    /// <param name="Pauses">Whether to wait first.</param>
    internal sealed record ReadEnd(int Turn, bool Pauses = false) : MirrorAction;

    /// <summary>Read the deployed data model.</summary>
    /// <param name="Turn">The turn.</param>
    internal sealed record ReadDataModel(int Turn) : MirrorAction;

    /// <summary>Ask whether there are objects with a value in new fields.</summary>
    /// <param name="Turn">The turn.</param>
    /// <param name="Model">The model.</param>
    /// <param name="Fields">The fields.</param>
    internal sealed record AskFields(int Turn, string Model, ImmutableArray<string> Fields) : MirrorAction;

    /// <summary>Read the next range of ids of a load that is neither stored nor being read.</summary>
    /// <param name="Turn">The turn.</param>
    /// <param name="Model">The model, with what is stored of it.</param>
    internal sealed record ReadRange(int Turn, ModelCopy Model) : MirrorAction;

    /// <summary>Read all objects of a model page by page, and whether something is written during that time.</summary>
    /// <param name="Turn">The turn.</param>
    /// <param name="Model">The model.</param>
    internal sealed record ReadPass(int Turn, ModelCopy Model) : MirrorAction;

    /// <summary>Read a page of the oplog.</summary>
    /// <param name="Turn">The turn.</param>
    /// <param name="After">The last handled entry; null for the beginning.</param>
    /// <param name="IsImmediate">Whether there certainly are entries; otherwise the poll interval has to pass first.</param>
    internal sealed record ReadLog(int Turn, OplogMark? After, bool IsImmediate) : MirrorAction;

    /// <summary>Store a step, if the copy is still at the checkpoint of the last one. All or nothing.</summary>
    /// <param name="Copy">The progress of the copy after the step.</param>
    internal sealed record Store(CopyState Copy) : MirrorAction
    {
        /// <summary>The changes from the oplog, over all models, in its order.</summary>
        public IReadOnlyList<OplogEntry> Entries { get; init; } = [];

        /// <summary>The part of a load; null when the step is not about a load.</summary>
        public LoadPart? Part { get; init; }
    }

    /// <summary>Tell the user.</summary>
    /// <param name="Progress">The progress.</param>
    internal sealed record Report(MirrorProgress Progress) : MirrorAction;

    /// <summary>End the run.</summary>
    /// <param name="Fault">Why; null when the copy is up to date.</param>
    internal sealed record End(JourneyApiException? Fault) : MirrorAction;
}
