using JourneyApps.Emulator.Endpoints;

namespace JourneyApps.Emulator.Tests;

/// <summary>The route table has every call, and leads to it.</summary>
public sealed class RouteTableTests
{
    [Fact]
    public void Every_call_that_faults_can_name_has_a_row()
    {
        EmulatorRoute[] outsideTheBaseUrl = [EmulatorRoute.None, EmulatorRoute.Media];

        IEnumerable<EmulatorRoute> rows = Routes.Table.Select(route => route.Kind).Distinct().Order();

        Assert.Equal(Enum.GetValues<EmulatorRoute>().Except(outsideTheBaseUrl).Order(), rows);
    }

    [Fact]
    public void Every_row_is_found_by_its_own_path_with_and_without_json()
    {
        foreach (Route route in Routes.Table)
        {
            string path = route.Template.Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", "-1", StringComparison.Ordinal);

            Assert.Same(route, Routes.Match(route.Method, path).Route);
            Assert.Same(route, Routes.Match(route.Method, path.EndsWith(".xml", StringComparison.Ordinal) ? path : path + ".json").Route);
        }
    }

    [Theory]
    [InlineData("GET", "objects/job/1.json", EmulatorRoute.Get)]
    [InlineData("PUT", "objects/job/count", EmulatorRoute.Replace)]
    [InlineData("GET", "objects/job/count", EmulatorRoute.Count)]
    [InlineData("GET", "objects//1", EmulatorRoute.None)]
    [InlineData("GET", "objects/job/1/2", EmulatorRoute.None)]
    [InlineData("PATCH", "objects/job", EmulatorRoute.None)]
    [InlineData("GET", "Objects/job", EmulatorRoute.None)]
    [InlineData("GET", "", EmulatorRoute.None)]
    public void A_path_leads_to_its_call(string method, string path, EmulatorRoute expected) =>
        Assert.Equal(expected, Routes.Match(method, path).Route.Kind);
}
