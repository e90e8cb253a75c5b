namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>A mirrored model with its handler, for machinery that does not know its class.</summary>
internal abstract class HandledModel(string name)
{
    /// <summary>The schema's name.</summary>
    public string Name { get; } = name;

    /// <summary>Creates a reader of the model's objects.</summary>
    public abstract RowReader CreateReader(ClientContext context);

    /// <summary>Passes a part of a step to the handler.</summary>
    public abstract ValueTask<HandlerResult> ApplyAsync(HandledPart part, CancellationToken cancellationToken);
}
