using Acme.Documented;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Endpoint 9.</summary>
public sealed class BatchExamples
{
    private const string Posted = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";
    private const string Put = "9913706a-179b-11e2-aaff-0026189d9dc0";
    private const string Patched = "55c1a6a0-f1b8-11e1-a7df-001cc01904e3";
    private const string Deleted = "7fbbd1e4-5f2c-4f0e-9d8c-1f6b1d3a2c11";

    private const string Request = $$"""
        {
          "stop_on_error": false,
          "operations": [
            { "method": "post",   "object": { "type": "car", "id": "{{Posted}}", "make": "toyota", "model": "Hilux" } },
            { "method": "put",    "object": { "type": "car", "id": "{{Put}}", "make": "toyota" } },
            { "method": "patch",  "object": { "type": "car", "id": "{{Patched}}", "make": null } },
            { "method": "delete", "object": { "type": "car", "id": "{{Deleted}}" } }
          ]
        }
        """;

    [Fact]
    [Endpoint("9")]
    public async Task The_four_operations()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();
        await SeedAsync(server, Patched, Deleted);
        var posted = Car.New(Posted);
        posted.Make = CarMake.Toyota2;
        posted.Model = "Hilux";

        BatchReport report = await server.App.WriteAsync(
        [
            BatchOperation.CreateIfMissing(posted),
            BatchOperation.Put(new Car(Put) { Make = CarMake.Toyota2 }),
            BatchOperation.Update(new Car(Patched) { Make = null }),
            BatchOperation.Delete(new Id<Car>(Deleted)),
        ]);

        server.AssertLast("9", "batch.json", Request, 200, $$"""
            {
              "stop_on_error": false,
              "operations": [
                { "method": "post",   "object": { "type": "car", "id": "{{Posted}}" }, "success": true },
                { "method": "put",    "object": { "type": "car", "id": "{{Put}}" }, "success": true },
                { "method": "patch",  "object": { "type": "car", "id": "{{Patched}}" }, "success": true },
                { "method": "delete", "object": { "type": "car", "id": "{{Deleted}}" }, "success": true }
              ]
            }
            """);
        Assert.Equal(4, report.Applied);
    }

    [Fact]
    [Endpoint("9")]
    public async Task A_refused_value_and_an_object_that_is_not_there()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();

        BatchReport report = await server.App.WriteAsync(
        [
            BatchOperation.Put(new Car(Put) { Make = Choice<CarMake>.FromKey("adsghjsd") }),
            BatchOperation.Delete(new Id<Car>(Deleted)),
        ]);

        server.AssertLast("9", "batch.json", $$"""
            {
              "stop_on_error": false,
              "operations": [
                { "method": "put",    "object": { "type": "car", "id": "{{Put}}", "make": "adsghjsd" } },
                { "method": "delete", "object": { "type": "car", "id": "{{Deleted}}" } }
              ]
            }
            """, 200, $$"""
            {
              "stop_on_error": false,
              "operations": [
                { "method": "put",    "object": { "type": "car", "id": "{{Put}}" }, "success": false,
                  "error": { "type": "INVALID_VALUE", "title": "Invalid value specified.", "detail": "Invalid option \"adsghjsd\" for field 'make'.",
                             "see": "https://docs.journeyapps.com/reference/backend-api/api-reference/error-responses#INVALID_VALUE" } },
                { "method": "delete", "object": { "type": "car", "id": "{{Deleted}}" }, "success": false,
                  "error": { "type": "OBJECT_NOT_FOUND", "title": "Object not found.", "detail": "No car found with ID: '{{Deleted}}'",
                             "see": "https://docs.journeyapps.com/reference/backend-api/api-reference/error-responses#OBJECT_NOT_FOUND" } }
              ]
            }
            """);
        Assert.Equal(BatchStatus.Failed, Assert.Single(report.NotDone).Status);
        Assert.Equal(1, report[BatchStatus.AlreadyDeleted]);
    }

    [Fact]
    [Endpoint("9")]
    public async Task A_create_under_an_id_of_the_servers()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();

        await server.CallAsync(HttpMethod.Post, "batch.json", """
            { "stop_on_error": false, "operations": [ { "method": "post", "object": { "type": "car", "make": "toyota", "model": "Hilux" } } ] }
            """);

        ElidedJson.Equal("""
            { "stop_on_error": false, "operations": [ { "method": "post", "object": { "type": "car", "id": "…" }, "success": true } ] }
            """, server.Last.Response);
    }

    private static Task<IReadOnlyList<string>> SeedAsync(DocumentedServer server, params string[] ids)
        => server.Emulator.SeedAsync("car", ids.Select(id => $$"""{"id":"{{id}}","make":"Toyota"}"""));
}
