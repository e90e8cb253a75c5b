using System.Text.Json.Serialization;

namespace OtherGenerators;

// The runtime's types without a using: the source generator of System.Text.Json sees them as well.
public sealed record Visit(Location? Place, Id<Site> SiteId, DateTimeOffset At);

// The id is generic over a generated model, which only a project of its own makes visible.
public sealed record Place(Location? Where, Photo? Picture);

[JsonSerializable(typeof(Place))]
public sealed partial class PlaceContext : JsonSerializerContext;
