using System.Text.Json;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddOpenApi(options => options.AddJourneyApps());
await using WebApplication web = builder.Build();
web.MapOpenApi();
web.MapGet("/board", (Choice<JobState>? state, Id<Site>[] sites) => new Board(
    new Column(state, [], new() { ["a"] = JobState.Busy }, new() { [JobState.New] = 1 }), state is null ? null : new Column(null, null, [], []), sites));
await web.StartAsync();

using var browser = new HttpClient { BaseAddress = new Uri(web.Urls.Single()) };
using JsonDocument document = JsonDocument.Parse(await browser.GetStringAsync("/openapi/v1.json"));
JsonElement schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
Console.WriteLine(string.Join(' ', schemas.EnumerateObject().Select(schema => schema.Name).Order(StringComparer.Ordinal)));
foreach (JsonProperty property in schemas.GetProperty("Column").GetProperty("properties").EnumerateObject())
    Console.WriteLine($"{property.Name}: {property.Value.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)}");
Console.WriteLine(schemas.GetProperty("JobState").GetProperty("enum").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
Console.WriteLine(await browser.GetStringAsync("/board?state=busy&sites=0b0c7a3e-6f5c-4d8c-8d5e-1a2b3c4d5e01"));

// Values alone, in lists, nullable, and as values and keys of dictionaries; and the same object nested and nullable.
internal sealed record Column(Choice<JobState>? State, List<Job>? Jobs, Dictionary<string, Choice<JobState>> States, Dictionary<Choice<JobState>, int> Counts);

internal sealed record Board(Column First, Column? Second, IReadOnlyList<Id<Site>> Sites);
