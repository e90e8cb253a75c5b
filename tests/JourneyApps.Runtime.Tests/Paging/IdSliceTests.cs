using JourneyApps.Internal.Objects.Paging;

namespace JourneyApps.Runtime.Tests.Paging;

public sealed class IdSliceTests
{
    [Fact]
    public void Halves_meet_in_the_middle_and_leave_nothing_out()
    {
        (IdSlice low, IdSlice high) = IdSlice.Everything.Halve();
        Assert.Equal((null, "80000000-0000-0000-0000-000000000000"), (low.FromId, low.ToId));
        Assert.Equal(("80000000-0000-0000-0000-000000000000", null), (high.FromId, high.ToId));
    }

    [Fact]
    public void Each_id_lies_in_exactly_one_slice()
    {
        int seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        IdSlice[] slices = [.. IdSlice.Everything.Split(7)];
        Assert.Equal(128, slices.Length);
        string[] ids = [.. Enumerable.Range(0, 500).Select(_ => { var bytes = new byte[16]; random.NextBytes(bytes); return new Guid(bytes).ToString("D"); }),
            "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "no uuid at all", "ZZZ", ""];
        Assert.All(ids, id => Assert.Single(slices, slice => slice.Holds(id)));
    }

    [Fact]
    public void Halving_reaches_single_ids_and_ends_there()
    {
        IdSlice slice = IdSlice.Everything;
        int halvings = 0;
        while (slice.CanHalve)
        {
            slice = slice.Halve().High;
            halvings++;
        }
        Assert.InRange(halvings, 126, 129);
    }
}
