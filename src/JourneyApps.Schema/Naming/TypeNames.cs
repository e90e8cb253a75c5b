namespace JourneyApps.Schema.Naming;

/// <summary>The names of a schema's types.</summary>
/// <param name="Models">The names of each model that is generated, in the schema's order.</param>
/// <param name="Overrides">The name overrides that were applied; those of members are applied later.</param>
/// <param name="Diagnostics">The naming diagnostics.</param>
internal sealed record TypeNames(
    EquatableArray<ModelTypeNames> Models, NameOverrides Overrides, EquatableArray<NamingDiagnostic> Diagnostics);
