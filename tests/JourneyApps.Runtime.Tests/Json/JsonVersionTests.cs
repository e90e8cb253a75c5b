using System.Text.Json;

namespace JourneyApps.Runtime.Tests.Json;

public class JsonVersionTests
{
    [Fact]
    public void The_serializer_is_the_one_that_came_with_the_runtime()
        => Assert.Equal(Environment.Version.Major, typeof(JsonSerializer).Assembly.GetName().Version!.Major);
}
