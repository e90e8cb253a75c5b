using Acme.Field;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Tests.Data;

/// <summary>An entity of the user's own, which refers to a row.</summary>
internal sealed class Remark
{
    public int Id { get; set; }

    public Id<Job>? JobId { get; set; }

    public JobRow? Job { get; set; }

    public string Text { get; set; } = "";
}
