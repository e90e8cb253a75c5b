using Spectre.Console;

namespace FieldService;

/// <summary>Customers, sites, people and assets come over from the company's own system.</summary>
internal static class SeedStep
{
    // Ids are derived from the company's own keys: run again, this import changes nothing and doubles nothing.
    private static readonly Guid Erp = new("0b7a2b0e-6f5c-4f0e-9d43-6f1c7f4e2a10");

    private static readonly string[] Towns = ["Aarhus", "Bergen", "Cork", "Dresden", "Espoo", "Faro", "Ghent", "Haarlem"];

    public static async Task<Catalogue> RunAsync(JourneyApp app, CancellationToken cancellationToken)
    {
        Screen.Title("Customers, sites, people");

        List<Customer> customers = [];
        List<Site> sites = [];
        List<Asset> assets = [];
        for (int i = 0; i < Towns.Length; i++)
        {
            string number = $"C-{1000 + i}";
            var customer = Customer.New(Id<Customer>.FromKey(Erp, number));
            customer.Name = $"{Towns[i]} Waterworks";
            customer.ErpId = number;
            customer.Class = i % 3 == 0 ? CustomerClass.Gold : CustomerClass.Silver;
            customer.CreditLimit = 10_000 + (2_500.5 * i);
            customer.Since = new DateOnly(2015 + i, 4, 1);
            customers.Add(customer);

            var plant = Site.New(Id<Site>.FromKey(Erp, $"{number}/plant"));
            plant.Name = $"{Towns[i]} plant";
            plant.Location = new Location(50 + i, 4.25 * i);
            plant.OpeningDays = [SiteOpeningDays.Monday, SiteOpeningDays.Wednesday, SiteOpeningDays.Friday];
            plant.CustomerId = customer.Id;
            sites.Add(plant);

            var pumpHouse = Site.New(Id<Site>.FromKey(Erp, $"{number}/pump house"));
            pumpHouse.Name = $"{Towns[i]} pump house";
            pumpHouse.CustomerId = customer.Id;
            pumpHouse.ParentSiteId = plant.Id;
            sites.Add(pumpHouse);

            var pump = Asset.New(Id<Asset>.FromKey(Erp, $"{number}/pump"));
            pump.SerialNumber = $"P-{77_000 + i}";
            pump.Make = "Nordpump";
            pump.Installed = new DateOnly(2020, 1 + i, 15);
            pump.RunningHours = 1_200 * (i + 1);
            pump.SiteId = pumpHouse.Id;
            assets.Add(pump);
        }

        Team team = new() { Name = "Pumps", Region = TeamRegion.North };
        List<User> users =
        [
            new() { Name = "Ada", Email = "ada@example.test", Active = true, TeamId = team.Id, Skills = [UserSkills.Plumbing, UserSkills.Electrical] },
            new() { Name = "Bo", Email = "bo@example.test", Active = true, TeamId = team.Id, Skills = [UserSkills.WorkingAtHeight] },
            new() { Name = "Cleo", Email = "cleo@example.test", Active = false, TeamId = team.Id },
        ];

        // One graph, one request: children name their parents' ids before anything was sent.
        BatchReport report = await app.WriteAsync(
            [
                .. customers.Select(BatchOperation.CreateIfMissing),
                .. sites.Select(BatchOperation.CreateIfMissing),
                .. assets.Select(BatchOperation.CreateIfMissing),
                BatchOperation.Create(team),
                .. users.Select(BatchOperation.Create),
            ],
            cancellationToken: cancellationToken);
        report.ThrowIfNotDone();

        Table table = new Table().AddColumns("Customer", "Class", "Since", "Credit limit", "Sites");
        await foreach (Customer customer in app.Customers.OrderBy(c => c.ErpId).WithCancellation(cancellationToken))
        {
            int siteCount = await app.Customers.SitesOf(customer).CountAsync(cancellationToken);
            table.AddRow(
                Screen.Cell(customer.Display),
                Screen.Cell(customer.Class?.Display),
                Screen.Cell(customer.Since, "yyyy-MM-dd"),
                Screen.Cell(customer.CreditLimit, "0.00"),
                $"{siteCount}");
        }

        AnsiConsole.Write(table);
        return new(sites, users, assets);
    }
}
