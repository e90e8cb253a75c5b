using Acme.Documented;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Endpoints 1 to 4b, the object of "Retrieve all objects" throughout.</summary>
public sealed class ReadingExamples
{
    private const string TaskId = "42059e2e-d2a2-11e3-a9f3-001e6733fe3c";
    private const string CategoryId = "9913706a-179b-11e2-aaff-0026189d9dc0";

    private const string DocumentedTask = $$"""
        {
          "id": "{{TaskId}}",
          "type": "task",
          "updated_at": "2015-02-05T08:17:01Z",
          "display": "Wash Dishes",
          "name": "Wash Dishes",
          "instructions": "",
          "status": { "key": 0, "display": "Open" },
          "category_id": "{{CategoryId}}"
        }
        """;

    private const string ListOfIt = $$"""{ "objects": [ {{DocumentedTask}} ], "count": 1, "total": 1, "more": false }""";

    [Fact]
    [Endpoint("2")]
    public async Task One_object()
    {
        await using DocumentedServer server = await SeededAsync();

        TaskModel task = await server.App.TaskModels.GetAsync(TaskId);

        server.AssertLast("2", $"objects/task/{TaskId}.json", "", 200, DocumentedTask);
        Assert.Equal("application/json", server.Last.Sent["Accept"]);
        Assert.Equal((TaskId, "Wash Dishes", "Wash Dishes", ""), (task.Id, task.Display, task.Name, task.Instructions));
        Assert.Equal(new DateTimeOffset(2015, 2, 5, 8, 17, 1, TimeSpan.Zero), task.UpdatedAt);
        Assert.Equal((TaskModelStatus.Open, "0", "Open"), (task.Status?.Value, task.Status?.Key, task.Status?.Display));
        Assert.Equal(CategoryId, task.CategoryId);
    }

    [Fact]
    [Endpoint("2")]
    public async Task One_object_with_the_related_one_inside()
    {
        await using DocumentedServer server = await SeededAsync();
        await server.Emulator.SeedAsync("category", $$"""{"id":"{{CategoryId}}","name":"Kitchen"}""");

        TaskModel? task = await server.App.TaskModels.Include(t => t.Category).FindAsync(TaskId);

        server.AssertLast("2", $"objects/task/{TaskId}.json?embed=category", "", 200, DocumentedTask.TrimEnd('}') + $$"""
            , "category": { "id": "{{CategoryId}}", "type": "category", "updated_at": "2015-02-05T08:17:01Z", "display": "Kitchen", "name": "Kitchen" } }
            """);
        Assert.Equal("Kitchen", task?.Category?.Name);
    }

    [Fact]
    [Endpoint("2")]
    public async Task An_object_that_is_not_there()
    {
        const string Missing = "55c1a6a0-f1b8-11e1-a7df-001cc01904e3";
        await using DocumentedServer server = await SeededAsync();

        var fault = await Assert.ThrowsAsync<ObjectNotFoundException>(() => server.App.TaskModels.GetAsync(Missing));

        server.AssertLast("2", $"objects/task/{Missing}.json", "", 404, $$"""
            { "type": "OBJECT_NOT_FOUND", "title": "Object not found.", "detail": "No task found with ID: '{{Missing}}'",
              "see": "https://docs.journeyapps.com/reference/backend-api/api-reference/error-responses#OBJECT_NOT_FOUND" }
            """);
        Assert.Equal(("OBJECT_NOT_FOUND", "Object not found.", $"No task found with ID: '{Missing}'"), (fault.Type, fault.Title, fault.Detail));
        Assert.Null(await server.App.TaskModels.FindAsync(Missing));
    }

    [Fact]
    [Endpoint("1")]
    public async Task The_list_of_all_objects()
    {
        await using DocumentedServer server = await SeededAsync();

        TaskModel task = Assert.Single(await server.App.TaskModels.OrderByDescending(t => t.UpdatedAt).ToListAsync());

        server.AssertLast("1", "objects/task.json?limit=1000&skip=0&sort[updated_at]=-1", "", 200, ListOfIt);
        Assert.Contains("sort%5Bupdated_at%5D=-1", server.Last.Path, StringComparison.Ordinal);
        Assert.Equal("Wash Dishes", task.Name);
    }

    [Fact]
    [Endpoint("3")]
    public async Task The_count_of_all_objects()
    {
        await using DocumentedServer server = await SeededAsync();

        Assert.Equal(1, await server.App.TaskModels.CountAsync());

        server.AssertLast("3", "objects/task/count.json", "", 200, """{"count": 1}""");
    }

    [Fact]
    [Endpoint("4")]
    public async Task A_query_by_an_expression()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();
        await server.Emulator.SeedAsync("room", $$"""{"id":"{{TaskId}}","name":"Dish room","n":7,"building_id":"{{CategoryId}}"}""");
        const string Request = $$"""
            {
              "expression": "(name contains ? and building_id = ?)",
              "arguments": ["dish", "{{CategoryId}}"],
              "limit": 50,
              "skip": null,
              "sort": ["-name", "n"]
            }
            """;
        const string Response = $$"""
            { "objects": [ { "id": "{{TaskId}}", "type": "room", "updated_at": "2015-02-05T08:17:01Z", "display": "Dish room",
                             "name": "Dish room", "n": 7, "building_id": "{{CategoryId}}" } ], "count": 1, "total": 1, "more": false }
            """;

        List<Room> rooms = await server.App.Rooms
            .WhereExpression("(name contains ? and building_id = ?)", "dish", CategoryId).OrderByDescending(r => r.Name).ThenBy(r => r.N).Take(50).ToListAsync();

        server.AssertLast("4", "objects/room/query.json", Request, 200, Response);
        Assert.Equal((7, "Dish room"), (rooms[0].N, rooms[0].Name));

        // The same in tokens says the same, but for parentheses that nothing needs.
        Id<Building> building = CategoryId;
        await server.App.Rooms
            .Where(r => r.Name.Contains("dish") && r.BuildingId == building).OrderByDescending(r => r.Name).ThenBy(r => r.N).Take(50).ToListAsync();
        server.AssertLast(
            "4", "objects/room/query.json", Request.Replace("(name contains ? and building_id = ?)", "name contains ? and building_id = ?", StringComparison.Ordinal), 200, Response);
    }

    [Fact]
    [Endpoint("4b")]
    public async Task A_search_across_all_fields()
    {
        await using DocumentedServer server = await SeededAsync();

        Assert.Single(await server.App.TaskModels.SearchAsync("dishes"));

        server.AssertLast("4b", "objects/task/search.json", """{ "query": "dishes" }""", 200, ListOfIt);
    }

    [Fact]
    public async Task A_wrong_credential_in_plain_text()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync(credential: JourneyCredential.NamedToken("O:wrong"));

        var fault = await Assert.ThrowsAsync<AuthenticationFailedException>(() => server.App.TaskModels.FindAsync(TaskId));

        Assert.Equal("HTTP Basic: Access denied.", server.Last.Response.TrimEnd());
        Assert.Equal((401, "HTTP Basic: Access denied."), ((int)server.Last.Status, fault.RawBody?.TrimEnd()));
    }

    [Fact]
    public async Task Basic_credentials_are_the_deployments_id_and_a_password()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync(credential: JourneyCredential.Basic(DocumentedServer.DeploymentId, "p4ssw0rd"));

        Assert.Equal(0, await server.App.TaskModels.CountAsync());

        Assert.Equal("Basic " + Convert.ToBase64String("6227b633b8683c00084cf4ed:p4ssw0rd"u8), server.Last.Sent["Authorization"]);
    }

    private static async Task<DocumentedServer> SeededAsync()
    {
        DocumentedServer server = await DocumentedServer.StartAsync();
        await server.Emulator.SeedAsync(
            "task", $$"""{"id":"{{TaskId}}","name":"Wash Dishes","instructions":"","status":0,"category_id":"{{CategoryId}}"}""");
        return server;
    }
}
