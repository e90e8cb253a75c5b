using JourneyApps.Internal.Objects.Paging;

namespace JourneyApps.Runtime.Tests.Paging;

/// <summary>Which ids count as returned before: an object whose id is taken for that of another is lost.</summary>
public sealed class IdDeduplicatorTests
{
    [Fact]
    public void Each_id_is_new_once_and_ids_that_differ_in_case_are_different()
    {
        string[] ids =
        [
            "abcdef00-0000-4000-8000-00000000000a", "ABCDEF00-0000-4000-8000-00000000000A", "Abcdef00-0000-4000-8000-00000000000a",
            "abcdef00-0000-4000-8000-00000000000A", "abcdef0000004000800000000000000a", "{abcdef00-0000-4000-8000-00000000000a}", "SO-1", "so-1",
        ];
        var seen = new IdDeduplicator();

        Assert.All(ids, id => Assert.True(seen.Add(id), id));
        Assert.All(ids, id => Assert.False(seen.Add(id), id));
    }
}
