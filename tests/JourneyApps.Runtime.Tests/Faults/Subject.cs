using Acme.Field;

namespace JourneyApps.Runtime.Tests.Faults;

/// <summary>An object of the campaign: what the store must hold of it, and the write whose fate is not known.</summary>
internal sealed class Subject
{
    private int _version;

    public Job Job { get; private set; } = new();

    /// <summary>The value that the store holds; null when the object is not there.</summary>
    public int? Stored { get; private set; }

    /// <summary>What the write under way makes of it.</summary>
    public int? Wanted { get; private set; }

    public bool InDoubt { get; private set; }

    public bool IsDelete { get; private set; }

    /// <summary>How often nobody could say what had become of a write.</summary>
    public int Unknowns { get; private set; }

    /// <summary>Prepares the next write: the last one again while it is in doubt, else a create while there is none, else mostly an update.</summary>
    public void Prepare(Random random)
    {
        if (InDoubt) return;
        IsDelete = Stored is not null && random.Next(10) == 0;
        if (Stored is null && !Job.IsNew) Job = new Job();
        Wanted = IsDelete ? null : ++_version;
        if (!IsDelete) Job.Crew = Wanted;
    }

    public BatchOperation Operation => IsDelete ? BatchOperation.Delete(Job) : Job.IsNew ? BatchOperation.Create(Job) : BatchOperation.Update(Job);

    public Task SendAsync(FieldApp app) => IsDelete ? app.Jobs.DeleteAsync(Job) : Job.IsNew ? app.Jobs.CreateAsync(Job) : app.Jobs.UpdateAsync(Job);

    public void Note(WriteOutcome outcome)
    {
        if (outcome == WriteOutcome.Unknown) Unknowns++;
        if (outcome == WriteOutcome.Applied) Stored = Wanted;
        // That a repeat was refused says nothing about the attempt before it.
        InDoubt = outcome == WriteOutcome.Unknown || (InDoubt && outcome == WriteOutcome.NotApplied);
    }
}
