#!/usr/bin/env dotnet
#:package JourneyApps.Generator@$Version$
#:property PublishAot=false

// Run with: dotnet run journey-script.cs
// The models come from schema.xml in the folder of this file.

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

await app.Jobs.CreateAsync(new Job { Title = "Replace pump", State = JobState.New });

await foreach (Job job in app.Jobs.Where(j => j.State != JobState.Done).OrderBy(j => j.Due))
    Console.WriteLine($"{job.Title}: {job.State?.Display}");

return 0;
