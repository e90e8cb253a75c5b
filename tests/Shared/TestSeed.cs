using System.Globalization;
using System.Runtime.CompilerServices;

namespace JourneyApps;

/// <summary>Seeds of random tests. A run of a clean clone is repeatable: each test has its own fixed seed. With <c>FULL=1</c> the seed is
/// random, and <c>TEST_SEED</c> repeats a run that failed.</summary>
internal static class TestSeed
{
    /// <summary>The seed for the calling test, written to the test's output.</summary>
    public static int Next([CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("TEST_SEED"), CultureInfo.InvariantCulture, out int given) ? given
            : Environment.GetEnvironmentVariable("FULL") == "1" ? Random.Shared.Next()
            : Hash($"{Path.GetFileNameWithoutExtension(file)}.{test}");
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        return seed;
    }

    // string.GetHashCode differs between processes.
    private static int Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text) hash = (hash ^ character) * 16777619;
        return (int)(hash & 0x7FFFFFFF);
    }
}
