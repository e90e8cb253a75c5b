using System.Collections.Immutable;
using JourneyApps.Generator.Inputs;
using JourneyApps.Generator.Specs;

namespace JourneyApps.Generator.Planning;

/// <summary>A schema with the names of its types.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Types">The names of the types of each model that is generated.</param>
internal sealed record NamedSchema(SchemaSnapshot Schema, TypeNames Types)
{
    /// <summary>Joins a schema with the names of its types.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="types">The names of the types of all schemas.</param>
    public static NamedSchema Join(SchemaSnapshot schema, ImmutableArray<(string Path, TypeNames Types)> types)
    {
        TypeNames own = types.First(candidate => candidate.Path == schema.Path).Types;
        if (own.Overrides.Items.Count == 0) return new NamedSchema(schema, own);
        var diagnostics = new List<NamingDiagnostic>(own.Diagnostics);
        own.Overrides.AddUnused(schema.DataModel, diagnostics);
        return new NamedSchema(schema, own with { Diagnostics = diagnostics.ToEquatableArray() });
    }

    /// <summary>The client of the schema.</summary>
    public ClientSpec ToClient() => new(
        Schema.Settings,
        Schema.DataModel.AppUserModel,
        Types.Models.Select(static names => new SetSpec(names.Model, names.Class, names.Set, names.SetProperty)).ToEquatableArray());
}
