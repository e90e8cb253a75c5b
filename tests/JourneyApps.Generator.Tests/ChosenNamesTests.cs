using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests;

public class ChosenNamesTests
{
    private static readonly string Schema = Schemas.Of(
        Schemas.Model("site", Schemas.Text("name") + "<has-many model=\"job\" name=\"jobs\"/>"),
        Schemas.Model("job", """
            <field name="title" label="T" type="text"/>
            <field name="state" label="S" type="single-choice"><option key="in review">R</option><option key="a&quot;b">Q</option></field>
            <field name="grade" label="G" type="single-choice-integer"><option key="10">Top</option></field>
            <belongs-to model="site"/>
            """));

    [Fact]
    public void Every_kind_of_name_can_be_chosen()
    {
        Run run = With("""
            # what we call things
            job = WorkOrder
            job[] = Orders
            job.title = Headline

            job.state["in review"] = Reviewed
            job.state["a\"b"] = Quoted
            job.grade["10"] = Best
            job.site = Place
            site.jobs = Work
            """);

        Assert.Empty(run.Findings);
        string order = run.Sources["JourneyApp.WorkOrder.g.cs"];
        Assert.Contains("public string? Headline ", order, StringComparison.Ordinal);
        Assert.Contains("public enum WorkOrderState\n", order, StringComparison.Ordinal);
        Assert.Contains("    Reviewed,\n", order, StringComparison.Ordinal);
        Assert.Contains("    Quoted,\n", order, StringComparison.Ordinal);
        Assert.Contains("    Best = 10,\n", order, StringComparison.Ordinal);
        Assert.Contains("public Site? Place ", order, StringComparison.Ordinal);
        Assert.Contains("_j.Id<Site>? PlaceId ", order, StringComparison.Ordinal);
        Assert.Contains(" WorkOf(", run.Sources["JourneyApp.Site.g.cs"], StringComparison.Ordinal);
        Assert.Contains("WorkOrderSet Orders ", run.Sources["JourneyApp.g.cs"], StringComparison.Ordinal);
        Assert.Empty(run.Compile());
    }

    [Theory]
    [InlineData("job WorkOrder", "JA2060", 0, 0)]
    [InlineData("\n  job.state[in review] = X", "JA2060", 1, 2)]
    [InlineData("job. = X", "JA2060", 0, 0)]
    [InlineData("job =", "JA2060", 0, 0)]
    [InlineData("jobs = X", "JA2061", 0, 0)]
    [InlineData("job.titel = X", "JA2061", 0, 0)]
    [InlineData("job.state[\"none\"] = X", "JA2061", 0, 0)]
    [InlineData("job = work order", "JA2062", 0, 6)]
    [InlineData("job = class", "JA2062", 0, 6)]
    [InlineData("job.title = 1st", "JA2062", 0, 12)]
    [InlineData("job.title = ToString", "JA2063", 0, 0)]
    [InlineData("job.title = State\njob.state = State", "JA2063", 0, 0)]
    [InlineData("job = Site\nsite = Site", "JA2063", 1, 0)]
    [InlineData("job = Task", "JA2063", 0, 0)]
    [InlineData("job[] = Oplog", "JA2063", 0, 0)]
    [InlineData("job = A\n\njob = B", "JA2064", 2, 0)]
    public void A_line_that_does_not_apply_is_a_finding_at_that_line(string names, string id, int line, int column)
    {
        Run run = With(names);

        Diagnostic finding = Assert.Single(run.Findings, found => found.Id is not ("JA2051" or "JA2053"));
        Assert.Equal(id, finding.Id);
        FileLinePositionSpan place = finding.Location.GetLineSpan();
        Assert.Equal(("/app/schema.names", line, column), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
        Assert.Empty(run.Compile());
    }

    private static Run With(string names) =>
        Run.Of([new TextFile(Run.SchemaPath, Schema), new TextFile("/app/schema.names", names)], new BuildSettings());
}
