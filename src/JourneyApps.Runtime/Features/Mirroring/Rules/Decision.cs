using System.Collections.Immutable;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>What follows from an input.</summary>
/// <param name="State">The next state.</param>
/// <param name="Actions">What to do, in this order. Requests run concurrently with the others; nothing else is decided before a step is
/// stored.</param>
internal sealed record Decision(MirrorState State, ImmutableArray<MirrorAction> Actions)
{
    public static Decision Of(MirrorState state, params ImmutableArray<MirrorAction> actions) => new(state, actions);

    /// <summary>The same with further actions.</summary>
    public Decision Then(params ImmutableArray<MirrorAction> actions) => this with { Actions = Actions.AddRange(actions) };
}
