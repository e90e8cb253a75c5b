using JourneyApps.Schema.Parsed;

namespace JourneyApps.Schema.Naming;

/// <summary>Names the types in the namespace (classes, token structs, sets and enums) and the sets on the client. All models of a schema
/// are named together because they share one scope; members are named model by model.</summary>
internal static class TypeNamer
{
    /// <summary>Names the types of a schema.</summary>
    public static TypeNames Name(TypeNameInputs inputs, NameOverrides overrides, CancellationToken cancellation)
    {
        bool IsReserved(string name) => ReservedTypes.Contains(name, inputs.Namespace, inputs.Client);
        var models = new List<TypeNameCandidates>(inputs.Models.Count);
        foreach ((string name, EquatableArray<string> choiceFields) in inputs.Models)
        {
            cancellation.ThrowIfCancellationRequested();
            models.Add(new(name, choiceFields, overrides.Of(name), inputs.HasRows));
        }

        NameScope.Assign(models.Select(static model => model.Class), IsReserved, cancellation);
        var classes = new HashSet<string>(models.Select(static model => model.Class.Name), StringComparer.Ordinal);
        foreach (TypeNameCandidates model in models) model.DeriveFromClass(cancellation);
        NameScope.Assign(
            models.SelectMany(static model => model.DerivedTypes), name => classes.Contains(name) || IsReserved(name), cancellation);
        NameScope.Assign(
            models.Select(static model => model.SetProperty),
            name => name == inputs.Client || ReservedMembers.OnClient(name),
            cancellation);

        var diagnostics = new List<NamingDiagnostic>();
        foreach (TypeNameCandidates model in models)
        {
            cancellation.ThrowIfCancellationRequested();
            AddDiagnostics(diagnostics, model, inputs.Client);
        }

        return new TypeNames(
            models.Select(static model => model.ToNames()).ToEquatableArray(), overrides, diagnostics.ToEquatableArray());
    }

    private static void AddDiagnostics(List<NamingDiagnostic> diagnostics, TypeNameCandidates model, string client)
    {
        var element = new ElementPath(ElementKind.Model, model.Model);
        AddClass(diagnostics, model.Class, element);
        AddDerived(diagnostics, model.Fields, element);
        AddDerived(diagnostics, model.Set, element);
        if (model.Row is { } row) AddDerived(diagnostics, row, element);
        foreach ((string field, NameCandidate name) in model.Enums)
        {
            AddDerived(diagnostics, name, new ElementPath(ElementKind.Field, model.Model, field));
        }

        AddSet(diagnostics, model.SetProperty, element, client);
    }

    private static void AddClass(List<NamingDiagnostic> diagnostics, NameCandidate name, ElementPath element)
    {
        switch (name.Resolution)
        {
            case NameResolution.Reserved:
                diagnostics.Add(new(NamingRules.TypeNameImported, [name.SchemaName, name.Name, name.Plain], element));
                break;
            case NameResolution.Taken:
                diagnostics.Add(new(NamingRules.NameTaken, [name.SchemaName, name.Name, name.Plain], element));
                break;
            case NameResolution.OverrideRefused:
                diagnostics.Add(new(NamingRules.OverrideRefused, [name.SchemaName, name.Name], null, name.SchemaName));
                break;
        }
    }

    private static void AddDerived(List<NamingDiagnostic> diagnostics, NameCandidate name, ElementPath element)
    {
        if (name.Resolution == NameResolution.Plain) return;
        diagnostics.Add(new(NamingRules.DerivedTypeRenamed, [name.Name, name.Plain], element));
    }

    private static void AddSet(List<NamingDiagnostic> diagnostics, NameCandidate name, ElementPath element, string client)
    {
        switch (name.Resolution)
        {
            case NameResolution.Reserved or NameResolution.Taken:
                diagnostics.Add(new(NamingRules.SetRenamed, [name.SchemaName, client, name.Name, name.Plain], element));
                break;
            case NameResolution.OverrideRefused:
                string key = name.SchemaName + "[]";
                diagnostics.Add(new(NamingRules.OverrideRefused, [key, name.Name], null, key));
                break;
        }
    }
}
