using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Field;
using JourneyApps;

var options = new JsonSerializerOptions { TypeInfoResolverChain = { JourneyJson.Resolver, AppJsonContext.Default } };

Kept.Print(job =>
{
    string customer = JsonSerializer.Serialize(new Customer { Name = "Bergen Waterworks" }, options);
    IReadOnlyList<Job> jobs = JsonSerializer.Deserialize<IReadOnlyList<Job>>(JsonSerializer.Serialize(new List<Job> { job }, options), options)!;
    return JsonSerializer.Deserialize<Customer>(customer, options)!.Name == "Bergen Waterworks" ? jobs[0] : new Job();
});

/// <summary>A type of the user's own without models.</summary>
internal sealed class Customer
{
    public string? Name { get; set; }
}

[JsonSerializable(typeof(Customer))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
