using System.Net;
using Acme.Field;
using JourneyApps.CompilerServices;
using JourneyApps.Deployments;
using JourneyApps.Runtime.Tests.Http;
using JourneyApps.Schema;

namespace JourneyApps.Runtime.Tests.Deployment;

public class DeploymentTests
{
    [Fact]
    public async Task Info_is_read_as_the_fact_sheet_has_it()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK, """
            { "label": "Testing", "app_label": "Field", "app_id": "6227b6069983d600076e3af5", "org_id": "o1", "region": "us", "environment": "testing",
              "last_deployed_at": "2023-01-02T03:04:05Z", "deployed_by_name": "Ann", "deployed_by_email": null, "new_member": { "x": [1] } }
            """);
        DeploymentInfo info = await Deployment(server).GetInfoAsync();

        Assert.Equal("info.json", server.Requests[0].Path);
        Assert.Equal(
            new DeploymentInfo
            {
                Label = "Testing",
                AppLabel = "Field",
                AppId = "6227b6069983d600076e3af5",
                OrganizationId = "o1",
                Region = "us",
                Environment = "testing",
                LastDeployedAt = new DateTimeOffset(2023, 1, 2, 3, 4, 5, TimeSpan.Zero),
                DeployedByName = "Ann",
            },
            info);
    }

    [Fact]
    public async Task Indexes_keep_the_order_of_their_keys()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK, """
            { "models": { "asset": { "indexes": [
              { "key": { "make": 1, "model": -1, "name": "text" }, "name": "make_model", "status": "ready", "type": "schema",
                "usage_stats": { "queries": 12, "since": "2023-01-01T00:00:00Z" } } ] } } }
            """);
        DeployedIndex index = Assert.Single(await Deployment(server).GetIndexesAsync());

        Assert.Equal(("asset", "make_model", "schema", 12L, true), (index.Model, index.Name, index.Type, index.Queries, index.IsReady));
        Assert.Equal(["make 1", "model -1", "name text"], index.Keys.Select(key => $"{key.Key} {key.Value}"));
        Assert.Equal(new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero), index.UsedSince);
    }

    [Fact]
    public async Task An_unchanged_data_model_is_not_sent_again()
    {
        var server = new FakeServer()
            .Answer(HttpStatusCode.OK, """{"models":{"job":{"fields":{}}},"app_user":"user","datamodel_hash":"h1"}""", more: answer => answer.Headers.TryAddWithoutValidation("ETag", "\"h1\""))
            .Answer(HttpStatusCode.NotModified);
        var deployment = Deployment(server);
        DataModelDocument first = (await deployment.GetDataModelJsonAsync())!;
        DataModelDocument? second = await deployment.GetDataModelJsonAsync(first.EntityTag);

        Assert.Null(second);
        Assert.False(server.Requests[0].Headers.ContainsKey("If-None-Match"));
        Assert.Equal("\"h1\"", server.Requests[1].Headers["If-None-Match"]);
        Assert.Equal(("h1", "user", "job"), (first.Hash, first.DataModel.AppUserModel, Assert.Single(first.DataModel.Models).Name));
    }

    [Fact]
    public async Task Models_whose_names_cannot_be_in_a_url_are_left_out()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK, """{"models":{"job":{"fields":{}},"../users":{"fields":{}}}}""");
        Assert.Equal("job", Assert.Single((await Deployment(server).GetDataModelAsync()).Models).Name);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"models":3}""")]
    [InlineData("""{"models":{"job":""")]
    public async Task A_data_model_without_models_is_an_unreadable_answer(string body)
    {
        var server = new FakeServer { Otherwise = _ => FakeServer.Response(HttpStatusCode.OK, body) };
        await Assert.ThrowsAsync<UnreadableResponseException>(() => Deployment(server).GetDataModelAsync());
    }

    [Fact]
    public async Task The_schema_is_asked_for_as_xml_and_its_text_has_no_byte_order_mark()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK, "\uFEFF<data-model/>", "application/xml");
        DataModelDocument document = (await Deployment(server).GetDataModelXmlAsync())!;
        Assert.Equal("<data-model/>", document.Text);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'<'], document.Content.ToArray()[..4]);
        Assert.Equal(("datamodel.xml", "application/xml"), (server.Requests[0].Path, server.Requests[0].Headers["Accept"]));
    }

    [Fact]
    public async Task The_deployed_data_model_is_compared_with_the_compiled_one()
    {
        var server = new FakeServer().Answer(HttpStatusCode.OK, """
            { "models": { "site": { "fields": { "name": { "type": "text" }, "street": { "type": "integer" }, "floor": { "type": "integer" } } } } }
            """);
        IReadOnlyList<DataModelChange> changes = await Deployment(server).CompareDataModelAsync();
        Assert.Equal(
            ["~ site.street: type \"text\" -> \"integer\"", "+ site.floor: field integer"],
            changes.Select(change => change.ToString()));
    }

    private static DeploymentClient Deployment(FakeServer server) => new(new ClientContext(Transports.To(server), new SchemaInfo().Add<Site>("site")));
}
