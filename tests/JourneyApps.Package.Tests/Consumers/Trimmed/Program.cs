using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Field;

// A whole exchange with a server that answers what it was sent; then the way through System.Text.Json that needs no reflection.
var server = new Server();
using var app = new JourneyApp(new JourneyAppOptions
{
    BaseAddress = new Uri("https://field.backend.us.journeyapps.com/api/v4/62d541ff9f54b7000706c585/"),
    Credential = JourneyCredential.NamedToken("O:token"),
}, new HttpClient(server));
var job = new Job { Title = "Replace pump", State = JobState.Busy, Tags = [JobTags.A], Priority = JobPriority.High, Position = new Location(1, 2) };
await app.Jobs.CreateAsync(job);
Console.WriteLine($"{server.Sent}");
foreach (Job found in await app.Jobs.Where(j => j.State == JobState.Busy && j.Tags.Contains(JobTags.A)).ToListAsync())
    Console.WriteLine($"{found.Title}: {found.State?.Display}, {found.Priority?.Display}, {found.Tags?.Count}, {found.Position?.Latitude}");

var options = new JsonSerializerOptions { TypeInfoResolverChain = { JourneyJson.Resolver, AppJsonContext.Default } };
List<Job> back = JsonSerializer.Deserialize(JsonSerializer.Serialize([job], Info<List<Job>>()), Info<List<Job>>())!;
Console.WriteLine($"{back[0].Title}, {back[0].State?.Key}, {back[0].HasChanges}");

System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> Info<T>() => (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

internal sealed class Server : HttpMessageHandler
{
    public string? Sent { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string fields = """ "type":"job","updated_at":"2026-02-05T08:17:01Z","display":"Replace pump","title":"Replace pump","state":{"key":"busy","display":"In progress"},"priority":{"key":10,"display":"High"},"tags":[{"key":"a","display":"Tag A"}],"position":{"latitude":1,"longitude":2} """;
        string json;
        if (request.Method == HttpMethod.Put)
        {
            Sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            json = $$"""{"id":"{{request.RequestUri!.Segments[^1].Replace(".json", "", StringComparison.Ordinal)}}",{{fields}}}""";
        }
        else
        {
            json = $$"""{"objects":[{"id":"42059e2e-d2a2-41e3-a9f3-001e6733fe3c",{{fields}}}],"total":1,"count":1,"more":false}""";
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}

internal sealed record Customer(string Name);

[JsonSerializable(typeof(Customer))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
