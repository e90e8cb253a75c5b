using System.Reflection;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Each call of the Backend API v4 is made over real HTTP.</summary>
public sealed class EndpointTests
{
    [Fact]
    public void Every_endpoint_is_called_by_a_test_here()
    {
        var called = typeof(EndpointTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .SelectMany(method => method.GetCustomAttributes<EndpointAttribute>())
            .Select(endpoint => endpoint.Number)
            .ToHashSet();

        Assert.Equal(Endpoints.Table.Select(endpoint => endpoint.Number).Order(StringComparer.Ordinal), called.Order(StringComparer.Ordinal));
    }
}
