using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;
using JourneyApps.Emulator;
using JourneyApps.Extensions.DependencyInjection;
using JourneyApps.Webhooks;

const string Secret = "webhook-secret";
await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(File.ReadAllText("schema.xml"));

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Configuration["JourneyApps:BaseAddress"] = emulator.BaseAddress.ToString();
builder.Configuration["JourneyApps:Token"] = emulator.Token;
builder.Services.AddJourneyApp<JourneyApp>().AddHealthCheck<JourneyApp>();
builder.Services.AddSingleton(services => services.GetRequiredService<JourneyApp>().CreateWebhookReader(Secret));
builder.Services.ConfigureHttpJsonOptions(options =>
{
    options.SerializerOptions.TypeInfoResolverChain.Insert(0, JourneyJson.Resolver);
    options.SerializerOptions.TypeInfoResolverChain.Insert(1, AppJsonContext.Default);
});

await using WebApplication web = builder.Build();
web.MapHealthChecks("/health");
web.MapPost("/jobs", async (Job job, JourneyApp app) =>
{
    await app.Jobs.CreateAsync(job);
    return Results.Created($"/jobs/{job.Id}", job);
});
web.MapPut("/jobs/{id}", async (string id, Job job, JourneyApp app) =>
{
    if (job.Id != id || job.IsNew) return Results.BadRequest(new Problem("Another job, or a new one."));
    await app.Jobs.UpdateAsync(job);
    return Results.Ok(job);
});
web.MapGet("/jobs/{id}", async (string id, JourneyApp app) => await app.Jobs.FindAsync(id) is { } job ? Results.Ok(job) : Results.NotFound());
web.MapGet("/jobs", (JourneyApp app) => app.Jobs.Where(j => j.State == JobState.Busy).ToListAsync());
web.MapGet("/search", (string text, JourneyApp app) => app.Jobs.SearchAsync(text));
web.MapGet("/stream", (JourneyApp app) => app.Jobs.AsAsyncEnumerable());
web.MapPost("/journey", async (HttpRequest request, WebhookReader webhooks, CancellationToken cancellationToken) =>
{
    try
    {
        JourneyWebhook webhook = await webhooks.ReadAsync(request.Body, request.Headers[WebhookReader.SignatureHeader], cancellationToken);
        return Results.Text($"{webhook.Event} {webhook.Sequence} {(webhook.Object as Job)?.State?.Key}");
    }
    catch (WebhookRejectedException rejected)
    {
        return Results.StatusCode(rejected.SuggestedStatus);
    }
});
await web.StartAsync();

using var browser = new HttpClient { BaseAddress = new Uri(web.Urls.Single()) };
HttpResponseMessage made = await PostAsync("/jobs", """{ "title": "Replace pump", "notes": "Call first", "state": "new" }""");
Console.WriteLine($"POST {(int)made.StatusCode}");

string json = await browser.GetStringAsync(made.Headers.Location);
Job job = System.Text.Json.JsonSerializer.Deserialize<Job>(json, new System.Text.Json.JsonSerializerOptions { TypeInfoResolver = JourneyJson.Resolver })!;
Console.WriteLine($"GET {job.Title}, {job.State?.Key}, {(job.IsNew ? "new" : "loaded")}, {(job.HasChanges ? "changed" : "clean")}");

emulator.ClearRequests();
job.State = JobState.Busy;
job.Notes = null;
HttpResponseMessage changed = await browser.PutAsJsonAsync(made.Headers.Location, job, new System.Text.Json.JsonSerializerOptions { TypeInfoResolver = JourneyJson.Resolver });
Console.WriteLine($"PUT {(int)changed.StatusCode}, sent on: {emulator.Requests.Single().Body}");
HttpResponseMessage refused = await browser.PutAsync("/jobs/1", new StringContent("{}", Encoding.UTF8, "application/json"));
Console.WriteLine($"PUT {(int)refused.StatusCode} {await refused.Content.ReadAsStringAsync()}");
foreach (string path in (string[])["/jobs", "/search?text=pump", "/stream"])
    Console.WriteLine($"{path}: {(await browser.GetStringAsync(path)).Split("\"title\":\"Replace pump\"").Length - 1}");

string body = $$"""{ "event": "job_updated", "sequence": 9007199254740993, "operation": "update", "object": { "id": "{{job.Id}}", "type": "job", "state": { "key": "busy" } } }""";
Console.WriteLine($"webhook {await (await PostAsync("/journey", body, WebhookReader.Sign(Encoding.UTF8.GetBytes(body), Secret))).Content.ReadAsStringAsync()}");
Console.WriteLine($"forged webhook {(int)(await PostAsync("/journey", body, "00")).StatusCode}");
Console.WriteLine($"health {await browser.GetStringAsync("/health")}");

Task<HttpResponseMessage> PostAsync(string path, string text, string? signature = null)
{
    var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    if (signature is not null) request.Headers.Add(WebhookReader.SignatureHeader, signature);
    return browser.SendAsync(request);
}

internal sealed record Problem(string Message);

[JsonSerializable(typeof(Problem))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
