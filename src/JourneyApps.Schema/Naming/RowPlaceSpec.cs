namespace JourneyApps.Schema.Naming;

/// <summary>A location of a row, computed from its columns.</summary>
/// <param name="Property">The property.</param>
/// <param name="Label">The label of the field in the app.</param>
/// <param name="SchemaName">The name of the field in the schema.</param>
/// <param name="Parts">The properties with the latitude, longitude, altitude, accuracies and time.</param>
internal sealed record RowPlaceSpec(string Property, string Label, string SchemaName, EquatableArray<string> Parts);
