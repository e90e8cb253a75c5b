namespace JourneyApps.Runtime.Tests.Http;

public class RuntimeVersionTests
{
    /// <summary>What this was built for.</summary>
    private const int Built =
#if NET10_0_OR_GREATER
        10;
#else
        8;
#endif

    [Fact]
    public void These_tests_run_on_the_very_runtime_that_they_were_built_for()
        => Assert.Equal(Built, Environment.Version.Major);
}
