using Acme.Documented;

namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Endpoints 5 to 8, and the examples of the page "Field Representation".</summary>
public sealed class WritingExamples
{
    private const string CarId = "7fbbd1e4-5f2c-4f0e-9d8c-1f6b1d3a2c11";
    private const string WarehouseId = "55c1a6a0-f1b8-11e1-a7df-001cc01904e3";

    private const string Car = $$"""
        { "car": { "make": "Toyota", "model": "Land Cruiser 100", "license_plate": "ABC123", "warehouse_id": "{{WarehouseId}}" } }
        """;

    private static string StoredCar(string id) => $$"""
        { "id": "{{id}}", "type": "car", "updated_at": "2015-02-05T08:17:01Z", "display": "Land Cruiser 100",
          "make": { "key": "Toyota", "display": "Toyota" }, "model": "Land Cruiser 100", "license_plate": "ABC123", "warehouse_id": "{{WarehouseId}}" }
        """;

    // The client never makes this call: an answer that is lost would leave an object behind that nobody knows the id of.
    [Fact]
    [Endpoint("5")]
    public async Task Creating_under_an_id_of_the_servers()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();

        await server.CallAsync(HttpMethod.Post, "objects/car.json", Car);

        server.AssertLast("5", "objects/car.json", Car, 200, StoredCar("…"));
        Assert.Equal("Land Cruiser 100", (await server.App.Cars.FirstOrDefaultAsync())?.Model);
    }

    [Fact]
    [Endpoint("5")]
    public async Task Creating_with_a_form()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();

        await server.CallAsync(HttpMethod.Post, "objects/task.json", "task[name]=My%20First%20Task&task[status]=1", "application/x-www-form-urlencoded");

        ElidedJson.Equal("""
            { "id": "…", "type": "task", "updated_at": "2015-02-05T08:17:01Z", "display": "My First Task", "name": "My First Task",
              "instructions": null, "status": { "key": 1, "display": "Done" }, "category_id": null }
            """, server.Last.Response);
        TaskModel task = Assert.Single(await server.App.TaskModels.ToListAsync());
        Assert.Equal(("My First Task", null, TaskModelStatus.Done, null), (task.Name, task.Instructions, task.Status?.Value, task.CategoryId?.Value));
    }

    [Fact]
    [Endpoint("7")]
    public async Task Creating_under_an_id_of_ones_own()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();
        var car = Acme.Documented.Car.New(CarId);
        car.Make = CarMake.Toyota;
        car.Model = "Land Cruiser 100";
        car.LicensePlate = "ABC123";
        car.WarehouseId = WarehouseId;

        await server.App.Cars.CreateAsync(car);

        server.AssertLast("7", $"objects/car/{CarId}.json", Car, 200, StoredCar(CarId));
        Assert.Equal((false, false, "Land Cruiser 100"), (car.IsNew, car.HasChanges, car.Display));
    }

    [Fact]
    [Endpoint("7")]
    public async Task Replacing_clears_what_is_not_given()
    {
        await using DocumentedServer server = await SeededAsync();

        await server.App.Cars.PutAsync(new Car(CarId) { LicensePlate = "ABC123" });

        server.AssertLast("7", $"objects/car/{CarId}.json", """{ "car": { "license_plate": "ABC123" } }""", 200, $$"""
            { "id": "{{CarId}}", "type": "car", "updated_at": "2015-02-05T08:17:01Z", "display": "", "make": null, "model": null,
              "license_plate": "ABC123", "warehouse_id": null }
            """);
    }

    [Fact]
    [Endpoint("6")]
    public async Task Updating_sends_what_changed_and_null_clears()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();
        await server.Emulator.SeedAsync("client", $$"""{"id":"{{CarId}}","address":"1 North"}""");

        await server.App.Clients.UpdateAsync(new Client(CarId) { Address = "123 South" });

        server.AssertLast("6", $"objects/client/{CarId}.json", """{"client":{"address":"123 South"}}""", 200, $$"""
            { "id": "{{CarId}}", "type": "client", "updated_at": "2015-02-05T08:17:01Z", "display": "123 South", "address": "123 South" }
            """);
        await server.App.Clients.UpdateAsync(new Client(CarId) { Address = null });
        Assert.Equal("""{"client":{"address":null}}""", server.Last.Request);
    }

    [Fact]
    [Endpoint("6")]
    public async Task A_link_is_updated_and_cleared_by_its_id()
    {
        await using DocumentedServer server = await SeededAsync();

        await server.App.Cars.UpdateAsync(new Car(CarId) { WarehouseId = null });

        server.AssertLast("6", $"objects/car/{CarId}.json", """{ "car": { "warehouse_id": null } }""", 200,
            StoredCar(CarId).Replace($"\"{WarehouseId}\"", "null", StringComparison.Ordinal));
    }

    [Fact]
    [Endpoint("6")]
    public async Task A_refused_value()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();
        await server.Emulator.SeedAsync("player", $$"""{"id":"{{CarId}}"}""");

        var fault = await Assert.ThrowsAsync<InvalidRequestException>(
            () => server.App.Players.UpdateAsync(new Player(CarId) { Sport = Choice<PlayerSport>.FromKey("test") }));

        server.AssertLast("6", $"objects/player/{CarId}.json", """{ "player": { "sport": "test" } }""", 422, """
            { "type": "INVALID_VALUE", "title": "Invalid value specified.", "detail": "Invalid option \"test\" for field 'sport'.",
              "see": "https://docs.journeyapps.com/reference/backend-api/api-reference/error-responses#INVALID_VALUE" }
            """);
        Assert.Equal(("Invalid option \"test\" for field 'sport'.", WriteOutcome.NotApplied), (fault.Detail, fault.Outcome));
    }

    [Fact]
    [Endpoint("8")]
    public async Task Deleting_answers_with_nothing()
    {
        await using DocumentedServer server = await SeededAsync();

        Assert.True(await server.App.Cars.DeleteAsync(new Id<Car>(CarId)));
        server.AssertLast("8", $"objects/car/{CarId}.json", "", 200, "");

        Assert.False(await server.App.Cars.DeleteAsync(new Id<Car>(CarId)));
        server.AssertLast("8", $"objects/car/{CarId}.json", "", 404, $$"""
            { "type": "OBJECT_NOT_FOUND", "title": "Object not found.", "detail": "No car found with ID: '{{CarId}}'",
              "see": "https://docs.journeyapps.com/reference/backend-api/api-reference/error-responses#OBJECT_NOT_FOUND" }
            """);
    }

    [Fact]
    public async Task Every_field_type_is_written_and_read_as_the_page_shows()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();
        var player = Player.New(CarId);
        player.Name = "";
        player.Born = new DateOnly(2016, 2, 27);
        player.Joined = new DateTimeOffset(2016, 2, 22, 16, 0, 53, TimeSpan.FromHours(2));
        player.Active = true;
        player.Sport = PlayerSport.Soccer;
        player.SportNumber = PlayerSportNumber.Soccer;
        player.Sports = [PlayerSports.Soccer, PlayerSports.Tennis];
        player.SportNumbers = [PlayerSportNumbers.Soccer, PlayerSportNumbers.Tennis];
        player.Home = new Location(-33.913147447989644, 18.882385137695337, 104.5, 5, 10, new DateTimeOffset(2013, 2, 22, 14, 0, 53, TimeSpan.Zero));

        await server.App.Players.CreateAsync(player);

        server.AssertLast("7", $"objects/player/{CarId}.json", """
            { "player": { "name": "", "born": "2016-02-27", "joined": "2016-02-22T14:00:53Z", "active": true, "sport": "soccer", "sport_number": 3,
              "sports": ["soccer", "tennis"], "sport_numbers": [3, 4],
              "home": { "latitude": -33.913147447989644, "longitude": 18.882385137695337, "altitude": 104.5, "horizontal_accuracy": 5,
                        "vertical_accuracy": 10, "timestamp": "2013-02-22T14:00:53Z" } } }
            """, 200, $$"""
            { "id": "{{CarId}}", "type": "player", "updated_at": "2015-02-05T08:17:01Z", "display": "", "name": "", "born": "2016-02-27",
              "joined": "2016-02-22T14:00:53Z", "active": {"key": true, "display": "Yes"}, "sport": {"key": "soccer", "display": "Soccer"},
              "sport_number": {"key": 3, "display": "Soccer"},
              "sports": [{"key": "soccer", "display": "Soccer"}, {"key": "tennis", "display": "Tennis"}],
              "sport_numbers": [{"key": 3, "display": "Soccer"}, {"key": 4, "display": "Tennis"}],
              "home": { "latitude": -33.913147447989644, "longitude": 18.882385137695337, "altitude": 104.5, "horizontal_accuracy": 5,
                        "vertical_accuracy": 10, "timestamp": "2013-02-22T14:00:53Z" },
              "photo": null }
            """);
        Assert.Equal((true, "Soccer", new DateOnly(2016, 2, 27)), (player.Active, player.Sport?.Display, player.Born));
    }

    // Parts that are left out become null, says the page: the location is replaced as a whole.
    [Fact]
    public async Task Parts_of_a_location_that_are_not_known_are_left_out()
    {
        await using DocumentedServer server = await DocumentedServer.StartAsync();
        await server.Emulator.SeedAsync("player", $$"""{"id":"{{CarId}}"}""");

        await server.App.Players.UpdateAsync(new Player(CarId) { Home = new Location(0, 0) { Timestamp = new DateTimeOffset(2013, 2, 22, 14, 0, 53, TimeSpan.Zero) } });

        ElidedJson.Equal("""{ "player": { "home": { "latitude": 0, "longitude": 0, "timestamp": "2013-02-22T14:00:53Z" } } }""", server.Last.Request);
        await server.CallAsync(HttpMethod.Get, $"objects/player/{CarId}.json");
        ElidedJson.Equal($$"""
            { "id": "{{CarId}}", "type": "player", "updated_at": "2015-02-05T08:17:01Z", "display": "",
              "home": { "latitude": 0, "longitude": 0, "altitude": null, "horizontal_accuracy": null, "vertical_accuracy": null, "timestamp": "2013-02-22T14:00:53Z" } }
            """, server.Last.Response);
    }

    private static async Task<DocumentedServer> SeededAsync()
    {
        DocumentedServer server = await DocumentedServer.StartAsync();
        await server.Emulator.SeedAsync(
            "car", $$"""{"id":"{{CarId}}","make":"Toyota","model":"Land Cruiser 100","license_plate":"ABC123","warehouse_id":"{{WarehouseId}}"}""");
        return server;
    }
}
