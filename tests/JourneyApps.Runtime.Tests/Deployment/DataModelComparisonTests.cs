using System.Net;
using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Deployments;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Schema;

namespace JourneyApps.Runtime.Tests.Deployment;

/// <summary>What a program, its health check and <c>journeyapps check</c> say about one deployed data model.</summary>
public class DataModelComparisonTests
{
    private const string SiteModel = "\"site\": { \"fields\": { \"name\": { \"type\": \"text\" }, \"street\": { \"type\": \"text\" } } }";

    public static TheoryData<string, string> Deployed => new()
    {
        { "nothing", $$"""{ "models": { {{SiteModel}} } }""" },
        { "a field added", """{ "models": { "site": { "fields": { "name": { "type": "text" }, "street": { "type": "text" }, "floor": { "type": "integer" } } } } }""" },
        { "a field removed", """{ "models": { "site": { "fields": { "name": { "type": "text" } } } } }""" },
        { "a field retyped", """{ "models": { "site": { "fields": { "name": { "type": "text" }, "street": { "type": "integer" } } } } }""" },
        { "a model removed", """{ "models": { } }""" },
        { "a model added", $$"""{ "models": { {{SiteModel}}, "place": { "fields": {} } } }""" },
    };

    [Theory]
    [MemberData(nameof(Deployed))]
    public async Task Generated_code_and_a_data_model_from_a_file_give_one_answer(string change, string deployed)
    {
        DataModel local = SchemaParser.Parse($$"""{ "models": { {{SiteModel}} } }""").DataModel;
        IReadOnlyList<DataModelChange> check = DataModelComparison.Compare(local, SchemaParser.Parse(deployed).DataModel, DataModelDetail.Json);

        IReadOnlyList<DataModelChange> generated = await CompareAsync(new SchemaInfo().Add<Site>("site"), deployed);
        IReadOnlyList<DataModelChange> untyped = await CompareAsync(new SchemaInfo(local), deployed);

        Assert.Equal(check.Select(Line), generated.Select(Line));
        Assert.Equal(check.Select(Line), untyped.Select(Line));
        Assert.Equal(change is "a field removed" or "a field retyped" or "a model removed", check.Any(found => found.BreaksGeneratedCode));
    }

    [Fact]
    public async Task An_option_that_the_deployment_lost_breaks_generated_code_and_not_reading()
    {
        string fields = "\"title\": { \"type\": \"text\" }, \"state\": { \"type\": \"single-choice\", \"options\": [";
        DataModel local = SchemaParser.Parse($$"""{ "models": { "job": { "fields": { {{fields}} { "key": "new", "display": "New" }, { "key": "done", "display": "Done" } ] } } } } }""").DataModel;

        IReadOnlyList<DataModelChange> changes = await CompareAsync(
            new SchemaInfo(local), $$"""{ "models": { "job": { "fields": { {{fields}} { "key": "new", "display": "New" } ] } } } } }""");

        DataModelChange lost = Assert.Single(changes);
        Assert.Equal(("job.state[\"done\"]", true), (lost.Element, lost.BreaksGeneratedCode));
        Assert.Equal(DataModelImpact.None, lost.Impact & DataModelImpact.BreaksReading);
    }

    private static string Line(DataModelChange change) => $"{change} {change.BreaksGeneratedCode}";

    private static Task<IReadOnlyList<DataModelChange>> CompareAsync(SchemaInfo schema, string deployed)
        => new DeploymentClient(new ClientContext(Transports.To(new FakeServer().Answer(HttpStatusCode.OK, deployed)), schema)).CompareDataModelAsync();
}
