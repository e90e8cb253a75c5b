using JourneyApps.Internal.Features.Mirroring.Rules;

namespace JourneyApps.Runtime.Tests.Mirror;

/// <summary>How many ranges of a load are requested at the same time.</summary>
public sealed class LoadLanesTests
{
    private const int MiB = 1024 * 1024;

    private static readonly MirrorSettings Settings = new() { Models = ["job"], Lanes = 4 };

    [Theory]
    [InlineData(1, 4)]
    [InlineData(16, 4)]
    [InlineData(20, 3)]
    [InlineData(40, 1)]
    [InlineData(200, 1)]
    public void Large_responses_are_requested_by_fewer_lanes(int mebibytes, int lanes)
    {
        var model = ModelCopy.ToLoad("job", null, null);
        var state = new MirrorState { Stage = MirrorStage.Running, Turn = 1, Copy = new CopyState(null, null, [model]) };
        var asked = new MirrorAction.ReadRange(1, model);
        // Four requests were made before the size of the responses was known.
        state = state with { RangesInFlight = 4 };
        for (int i = 0; i < 20; i++)
        {
            var span = new IdSpan(i == 0 ? null : $"{i:00}", $"{i + 1:00}");
            Decision decision = MirrorRules.Decide(state, new MirrorInput.RangeRead(asked, span, []) { Bytes = (long)mebibytes * MiB }, Settings);
            state = decision.State;
            if (i >= 3) Assert.Equal(lanes, state.RangesInFlight);
        }
    }

    [Fact]
    public void The_next_load_begins_with_all_lanes()
    {
        var state = new MirrorState { LargestRange = 100L * MiB, RangesInFlight = 1 };
        Assert.Equal(0, state.InNewTurn().LargestRange);
    }
}
