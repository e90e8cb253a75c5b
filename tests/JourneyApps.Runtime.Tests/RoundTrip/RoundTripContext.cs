using System.Text.Json.Serialization;

namespace JourneyApps.Runtime.Tests.RoundTrip;

/// <summary>A user's source-generated context, as in a project that refers to the models' project.</summary>
[JsonSerializable(typeof(Envelope))]
internal sealed partial class RoundTripContext : JsonSerializerContext;
