using System.Net;
using System.Text.Json;
using JourneyApps.Deployments;
using JourneyApps.Emulator;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Endpoints 11 to 14.</summary>
public sealed class DataModelExamples
{
    [Fact]
    [Endpoint("11")]
    public async Task The_data_model_and_that_it_has_not_changed()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();

        DataModelDocument read = (await server.App.Deployment.GetDataModelJsonAsync())!;

        using var answer = JsonDocument.Parse(server.Last.Response);
        string hash = server.Emulator.DataModelHash;
        Assert.Equal(["models", "app_user", "datamodel_hash"], answer.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("user", hash), (answer.RootElement.GetProperty("app_user").GetString(), answer.RootElement.GetProperty("datamodel_hash").GetString()));
        // The example's display names a field "make" that the example leaves out; here it is, with the one that the indexes' example names.
        ElidedJson.Equal("""
            {
              "name": "asset",
              "label": "Asset",
              "display": "{make} {serial_number}",
              "fields": {
                "make":  { "name": "make", "label": "Make", "type": "text" },
                "model": { "name": "model", "label": "Model", "type": "text" },
                "serial_number": { "name": "serial_number", "label": "Serial Number", "type": "text" },
                "email":  { "name": "email", "label": "E-mail", "type": "text", "subtype": "email" },
                "status": { "name": "status", "label": "Status", "type": "single-choice",
                            "options": [ { "key": "open", "display": "Open" }, { "key": "done", "display": "Done" } ] }
              },
              "belongs_to": { "room":   { "model": "room", "name": "room", "inverse_of": "assets" } },
              "has_many":   { "parts":  { "model": "part", "name": "parts", "inverse_of": "asset" } }
            }
            """, answer.RootElement.GetProperty("models").GetProperty("asset").GetRawText());
        Assert.Equal(("user", hash), (read.DataModel.AppUserModel, read.Hash));
        Assert.Empty(server.App.Deployment.CompareWith(read.DataModel));

        Assert.Null(await server.App.Deployment.GetDataModelJsonAsync(read.EntityTag));
        server.AssertLast("11", "datamodel.json", "", 304, "");
        Assert.Equal($"\"{hash}\"", server.Last.Sent["If-None-Match"]);
    }

    [Fact]
    [Endpoint("12")]
    public async Task The_deployed_schema()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();

        Assert.Equal(DocumentedServer.Schema, (await server.App.Deployment.GetDataModelXmlAsync())!.Text);

        Assert.Equal(("GET", "datamodel.xml", HttpStatusCode.OK), (server.Last.Method, server.Last.Path, server.Last.Status));
        Assert.Equal(("application/xml", "application/xml; charset=utf-8"), (server.Last.Sent["Accept"], server.Last.Received["Content-Type"]));
    }

    [Fact]
    [Endpoint("13")]
    public async Task Where_the_deployment_runs()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();

        DeploymentInfo info = await server.App.Deployment.GetInfoAsync();

        server.AssertLast("13", "info.json", "", 200, """
            { "label": "Emulator", "app_label": "Emulator", "app_id": "6227b6069983d600076e3af5", "org_id": null, "region": "local",
              "environment": "testing", "last_deployed_at": "2015-02-05T08:17:01Z", "deployed_by_name": null, "deployed_by_email": null }
            """);
        Assert.Equal(("6227b6069983d600076e3af5", "testing", null), (info.AppId, info.Environment, info.OrganizationId));
        Assert.Equal(new DateTimeOffset(2015, 2, 5, 8, 17, 1, TimeSpan.Zero), info.LastDeployedAt);
    }

    [Fact]
    [Endpoint("14")]
    public async Task The_indexes()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();

        IReadOnlyList<DeployedIndex> indexes = await server.App.Deployment.GetIndexesAsync();

        Assert.Equal(("GET", "indexes.json", HttpStatusCode.OK), (server.Last.Method, server.Last.Path, server.Last.Status));
        using var answer = JsonDocument.Parse(server.Last.Response);
        // How often an index was used is optional, and nobody has used this one.
        ElidedJson.Equal("""
            { "indexes": [
              { "key": { "_id": 1 }, "name": "_id_", "status": "ready", "type": "internal" },
              { "key": { "make": 1, "model": 1 }, "name": "make_model", "status": "ready", "type": "schema" } ] }
            """, answer.RootElement.GetProperty("models").GetProperty("asset").GetRawText());
        DeployedIndex index = Assert.Single(indexes, index => index.Name == "make_model");
        Assert.Equal(("asset", true, "schema"), (index.Model, index.IsReady, index.Type));
        Assert.Equal([KeyValuePair.Create("make", "1"), KeyValuePair.Create("model", "1")], index.Keys);
    }
}
