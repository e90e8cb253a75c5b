using JourneyApps.Generator.Inputs;
using JourneyApps.Generator.OtherGenerators;
using JourneyApps.Generator.Specs;
using System.Collections.Immutable;

namespace JourneyApps.Generator.Planning;

/// <summary>A schema with the names of its types.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Types">The names of the types of each model that is generated.</param>
internal sealed record NamedSchema(SchemaSnapshot Schema, TypeNames Types)
{
    private Uncompared<GeneratedTypes> _types;

    /// <summary>Joins a schema with the names of its types.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="types">The names of the types of all schemas.</param>
    /// <param name="cancellation">Stops the joining.</param>
    public static NamedSchema Join(
        SchemaSnapshot schema, ImmutableArray<(string Path, TypeNames Types)> types, CancellationToken cancellation)
    {
        TypeNames own = types.First(candidate => candidate.Path == schema.Path).Types;
        if (own.Overrides.Items.Count == 0) return new NamedSchema(schema, own);
        var diagnostics = new List<NamingDiagnostic>(own.Diagnostics);
        own.Overrides.AddUnused(schema.DataModel, diagnostics, cancellation);
        return new NamedSchema(schema, own with { Diagnostics = diagnostics.ToEquatableArray() });
    }

    /// <summary>The types that users name. Created at the first use; two threads at once create the same.</summary>
    public GeneratedTypes GeneratedTypes()
    {
        if (_types.Value is { } known) return known;
        var types = new GeneratedTypes(Schema.Settings.Namespace, Types.Models);
        _types = new(types);
        return types;
    }

    /// <summary>The client of the schema.</summary>
    public ClientSpec ToClient(CancellationToken cancellation)
    {
        var sets = new SetSpec[Types.Models.Count];
        for (int i = 0; i < sets.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            ModelTypeNames names = Types.Models[i];
            sets[i] = new SetSpec(names.Model, names.Class, names.Set, names.SetProperty);
        }

        return new ClientSpec(Schema.Settings, Schema.DataModel.AppUserModel, EquatableArray.Adopt(sets));
    }
}
