using System.Text.Json;
using System.Text.Json.Serialization;
using Acme.Field;
using Acme.Office;

Kept.Print(job =>
{
    var visit = new Visit { Customer = "Bergen Waterworks", Job = job, Earlier = [job] };
    Visit back = JsonSerializer.Deserialize(JsonSerializer.Serialize(visit, AppJsonContext.Default.Visit), AppJsonContext.Default.Visit)!;
    return back.Customer == visit.Customer && back.Earlier[0].Id == job.Id ? back.Job! : new Job();
});

namespace Acme.Office
{
    /// <summary>A type of the user's own that holds models.</summary>
    public sealed class Visit
    {
        public string? Customer { get; set; }

        public Job? Job { get; set; }

        public IReadOnlyList<Job> Earlier { get; set; } = [];
    }

    [JsonSerializable(typeof(Visit))]
    internal sealed partial class AppJsonContext : JsonSerializerContext;
}
