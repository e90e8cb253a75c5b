using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Field;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJsonContext.Default));
await using WebApplication web = builder.Build();
web.MapPost("/jobs", (Job job) => job);
web.MapPost("/visits", (Visit visit) => Results.Ok(new Visit { Customer = visit.Customer, Jobs = visit.Jobs }));
await web.StartAsync();

using var browser = new HttpClient { BaseAddress = new Uri(web.Urls.Single()) };
Kept.Print(job => JsonSerializer.Deserialize(Post("/jobs", JsonSerializer.Serialize(job, AppJsonContext.Default.Job)), AppJsonContext.Default.Job)!);
Kept.Print(job => JsonSerializer.Deserialize(
    Post("/visits", JsonSerializer.Serialize(new Visit { Customer = "Bergen", Jobs = [job] }, AppJsonContext.Default.Visit)), AppJsonContext.Default.Visit)!.Jobs[0]);

string Post(string path, string json) =>
    browser.PostAsync(path, new StringContent(json, System.Text.Encoding.UTF8, "application/json")).Result.EnsureSuccessStatusCode().Content.ReadAsStringAsync().Result;

/// <summary>A type of the user's own that holds models.</summary>
internal sealed class Visit
{
    public string? Customer { get; set; }

    public IReadOnlyList<Job> Jobs { get; set; } = [];
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(Job))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
