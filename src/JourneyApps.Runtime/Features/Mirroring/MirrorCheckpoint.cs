namespace JourneyApps.Mirroring;

/// <summary>What an <see cref="IMirrorSink"/> stored with the last applied step.</summary>
/// <param name="Text">The <see cref="MirrorStep.Checkpoint"/> of that step.</param>
/// <param name="ModelShapes">The last <see cref="MirrorStep.ModelShapes"/> that was not null; null if there was none.</param>
public sealed record MirrorCheckpoint(string Text, string? ModelShapes)
{
    /// <summary>The names of models whose objects are all loaded again, regardless of the checkpoint; usually empty. The models that the
    /// mirror does not copy are ignored.</summary>
    public IReadOnlyCollection<string> ModelsToLoad { get; init; } = [];

    /// <summary>The length of the text.</summary>
    public override string ToString() => FormattableString.Invariant($"checkpoint of {Text.Length} characters");
}
