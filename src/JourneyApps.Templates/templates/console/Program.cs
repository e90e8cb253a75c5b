string? address = Environment.GetEnvironmentVariable("JOURNEYAPPS_BASE_URL");
string? token = Environment.GetEnvironmentVariable("JOURNEYAPPS_TOKEN");
if (address is null || token is null)
{
    Console.Error.WriteLine(
        """
        Set JOURNEYAPPS_BASE_URL and JOURNEYAPPS_TOKEN to the values on the "Manage API" page of your deployment.
        Without an account, start an emulator of the app. It prints both:
          dotnet tool install --global JourneyApps.Tool
          journeyapps emulate schema.xml
        """);
    return 1;
}

using var app = new JourneyApp(new JourneyAppOptions { BaseAddress = new Uri(address), Credential = JourneyCredential.NamedToken(token) });

var plant = new Site { Name = "Bergen plant" };
await app.Sites.CreateAsync(plant);
await app.Jobs.CreateAsync(new Job
{
    Title = "Replace pump",
    State = JobState.New,
    Due = DateOnly.FromDateTime(DateTime.Today).AddDays(7),
    SiteId = plant.Id,
});

// The loop changes which jobs the query selects, so they are read first.
foreach (Job job in await app.Jobs.Where(j => j.State == JobState.New).OrderBy(j => j.Due).Include(j => j.Site).ToListAsync())
{
    job.State = JobState.Busy;
    await app.Jobs.UpdateAsync(job);
    Console.WriteLine($"{job.Title} at {job.Site?.Name}: {job.State?.Display}");
}

return 0;
