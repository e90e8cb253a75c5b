using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Acme.Field;
using JourneyApps;

var options = new JsonSerializerOptions
{
    TypeInfoResolverChain = { JourneyJson.Resolver, AppJsonContext.Default, new DefaultJsonTypeInfoResolver() },
};

Kept.Print(job =>
{
    var visit = new Visit { Customer = new Customer { Name = "Bergen Waterworks" }, Job = job, Earlier = [job], State = job.State };
    Visit back = JsonSerializer.Deserialize<Visit>(JsonSerializer.Serialize(visit, options), options)!;
    return (back.Customer?.Name, back.Earlier[0].Id, back.State) == ("Bergen Waterworks", job.Id, job.State) ? back.Job! : new Job();
});

namespace Acme.Field
{
    /// <summary>A type of the user's own that holds models: not in the context.</summary>
    public sealed class Visit
    {
        public Customer? Customer { get; set; }

        public Job? Job { get; set; }

        public IReadOnlyList<Job> Earlier { get; set; } = [];

        public Choice<JobState>? State { get; set; }
    }

    /// <summary>A type of the user's own without models.</summary>
    public sealed class Customer
    {
        public string? Name { get; set; }
    }

    [JsonSerializable(typeof(Customer))]
    internal sealed partial class AppJsonContext : JsonSerializerContext;
}
