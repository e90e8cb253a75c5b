using System.Globalization;
using JourneyApps.Internal.Objects.Paging;

namespace JourneyApps.Runtime.Tests.Paging;

/// <summary>The ranks of numbers as texts, compared with sorted texts.</summary>
public sealed class NumberScaleTests
{
    [Fact]
    public void Places_are_the_ranks_of_the_texts()
    {
        var random = new Random(TestSeed.Next());
        for (int round = 0; round < 50; round++)
        {
            int first = random.Next(3) == 0 ? 0 : random.Next(2_000), count = random.Next(2, 3_000);
            string[] created = [.. Enumerable.Range(first, count).Select(Id)], sorted = [.. created.Order(StringComparer.Ordinal)];
            NumberScale scale = NumberScale.Find(IdRange.Everything, created, count)!;
            Assert.Equal((UInt128)count, scale.Top);
            for (int rank = 0; rank < count; rank++)
            {
                Assert.Equal(sorted[rank], scale.TextAt((UInt128)rank));
                Assert.Equal((UInt128)rank, scale.PlaceOf(sorted[rank]));
            }
        }
    }

    [Fact]
    public void Places_never_fall_as_any_texts_rise()
    {
        var random = new Random(TestSeed.Next());
        NumberScale scale = NumberScale.Find(IdRange.Everything, [.. Enumerable.Range(7, 900).Select(Id)], 50_000)!;
        string[] texts =
        [
            "", "A", "N", "N-", "N-0", "N-00", "N-007", "N-1a", "N-12 ", "N-:", "N.", "Z", "N-999999999999999999999999999999", "n-1",
            .. Enumerable.Range(0, 2_000).Select(_ => $"N-{random.Next(100_000)}{(char)random.Next(32, 127)}{random.Next(50)}"),
        ];
        UInt128[] places = [.. texts.Order(StringComparer.Ordinal).Select(scale.PlaceOf)];
        Assert.All(places, place => Assert.InRange(place, UInt128.Zero, scale.Top));
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
    }

    [Fact]
    public void The_first_numbers_tell_how_far_the_others_go()
    {
        NumberScale scale = NumberScale.Find(IdRange.Everything, [.. Enumerable.Range(0, 1_000).Select(i => Id(i * 7))], 20_000)!;
        Assert.True(scale.IsEven);
        Assert.InRange((double)scale.Top, 139_000, 141_000);
    }

    [Theory]
    [InlineData("N-1", "N-02")]
    [InlineData("N-1", "M-2")]
    [InlineData("N-1", "N-2x")]
    [InlineData("N-1", "N-1000000000000000000")]
    [InlineData("N-1", "N-1")]
    public void Other_ids_have_no_such_scale(string one, string other)
        => Assert.Null(NumberScale.Find(IdRange.Everything, [one, other], 5_000));

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"N-{number}");
}
