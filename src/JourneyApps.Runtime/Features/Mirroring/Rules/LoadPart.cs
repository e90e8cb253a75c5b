namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>A part of a load.</summary>
/// <param name="Model">The model.</param>
/// <param name="Span">The range of ids that the rows are from.</param>
/// <param name="Rows">The objects.</param>
/// <param name="Removal">What the copy must remove.</param>
internal sealed record LoadPart(ModelCopy Model, IdSpan Span, IReadOnlyList<LoadedRow> Rows, Removal Removal)
{
    /// <summary>Whether the load ends with it.</summary>
    public bool IsLast { get; init; }
}
