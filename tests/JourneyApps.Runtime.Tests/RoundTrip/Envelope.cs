using Acme.Field;

namespace JourneyApps.Runtime.Tests.RoundTrip;

/// <summary>A user's own type with a model and values inside.</summary>
public sealed class Envelope
{
    public Job? Job { get; set; }

    public Id<Site>? Site { get; set; }

    public Choice<JobState>? State { get; set; }

    public ChoiceSet<JobTags>? Tags { get; set; }

    public Location? Location { get; set; }

    public Photo? Photo { get; set; }

    public Track? Route { get; set; }
}
