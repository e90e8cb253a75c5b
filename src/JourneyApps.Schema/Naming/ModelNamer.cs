using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Parsed;

namespace JourneyApps.Schema.Naming;

/// <summary>Names the members of one model.</summary>
internal static class ModelNamer
{
    private const int FieldRank = 0;
    private const int IdRank = 1;
    private const int LinkRank = 2;
    private const string FieldSuffix = "Value";
    private const string LinkSuffix = "Link";
    private const string HasManySuffix = "Of";

    /// <summary>Names the members.</summary>
    public static ModelSpec Name(ModelInputs inputs, List<NamingDiagnostic> diagnostics, CancellationToken cancellation)
    {
        Model model = inputs.Model;
        var fields = new List<(Field Field, NameCandidate Name)>(model.Fields.Count);
        foreach (Field field in model.Fields.AsSpan())
        {
            cancellation.ThrowIfCancellationRequested();
            // The schema reader reports an unknown type (JA2033).
            if (field.Type != FieldType.Unknown) fields.Add((field, FieldCandidate(inputs, field)));
        }

        var links = new List<(BelongsToTarget Target, NameCandidate Id, NameCandidate Property)>(inputs.BelongsTo.Count);
        NameLookup<(Field Field, NameCandidate Name)> names = new(fields, static item => item.Field.Name, inputs.BelongsTo.Count * 2);
        foreach (BelongsToTarget target in inputs.BelongsTo)
        {
            cancellation.ThrowIfCancellationRequested();
            links.Add(LinkCandidates(inputs, target, names));
        }

        NameScope.Assign(
            [
                .. fields.Select(static item => item.Name),
                .. links.Select(static item => item.Id),
                .. links.Select(static item => item.Property),
            ],
            name => ReservedMembers.OnModel(name) || name == inputs.Names.Class || name == inputs.Names.Fields,
            cancellation);
        foreach ((Field field, NameCandidate name) in fields) Add(diagnostics, new(ElementKind.Field, model.Name, field.Name), name);
        foreach ((BelongsToTarget target, NameCandidate id, _) in links)
        {
            Add(diagnostics, new(ElementKind.BelongsTo, model.Name, target.Link.Name), id);
        }

        foreach ((BelongsToTarget target, _, NameCandidate property) in links)
        {
            Add(diagnostics, new(ElementKind.BelongsTo, model.Name, target.Link.Name), property);
        }

        int choices = 0;
        var spec = new ModelSpec(
            model.Name,
            model.Label,
            model.Sensitive,
            inputs.Names,
            EquatableArray.Adopt(fields.ConvertAll(
                item => FieldSpecOf(inputs, item.Field, item.Name.Name, ref choices, diagnostics, cancellation)).ToArray()),
            links.Select(item => BelongsToSpecOf(item.Target, item.Id, item.Property.Name, names)).ToEquatableArray(),
            HasManySpecs(inputs, diagnostics, cancellation));
        return inputs.Names.Row is { } row ? spec with { Row = RowNamer.Name(inputs, spec, row, cancellation) } : spec;
    }

    private static NameCandidate FieldCandidate(ModelInputs inputs, Field field) => new(
        Identifier.FromSchemaName(field.Name), field.Name, FieldSuffix, FieldRank, chosen: inputs.Overrides.Member(field.Name));

    private static (BelongsToTarget Target, NameCandidate Id, NameCandidate Property) LinkCandidates(
        ModelInputs inputs, BelongsToTarget target, NameLookup<(Field Field, NameCandidate Name)> fields)
    {
        string name = target.Link.Name;
        string idName = name + "_id";
        // An override of a name that a field and a relationship share applies to the field.
        string? chosen = fields.Contains(name) ? null : inputs.Overrides.Member(name);
        string plain = Identifier.FromSchemaName(name);
        return (
            target,
            new NameCandidate((chosen ?? plain) + "Id", idName, LinkSuffix, IdRank, chosen: inputs.Overrides.Member(idName)),
            new NameCandidate(plain, name, LinkSuffix, LinkRank, chosen: chosen));
    }

    private static FieldSpec FieldSpecOf(
        ModelInputs inputs,
        Field field,
        string property,
        ref int choices,
        List<NamingDiagnostic> diagnostics,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string? enumName = inputs.Names.EnumOf(field.Name, ref choices);
        EquatableArray<OptionSpec> options = enumName is null
            ? OptionNamer.Labels(field)
            : OptionNamer.Name(inputs, field, enumName, diagnostics, cancellation);
        // Every object has these three names in JSON.
        bool isFirstInJson = field.Name is not ("id" or "updated_at" or "display");
        string? subtype = FieldTypeInfo.Of(field.Type).HasSubtype ? field.Subtype : field.Media;
        return new FieldSpec(field.Name, property, field.Label, field.Type, subtype, enumName, isFirstInJson, options);
    }

    // The platform allows a field "room_id" and a belongs-to "room". Both are generated, and the runtime gives both the value; but a
    // serializer that uses data contracts accepts a name only once.
    private static BelongsToSpec BelongsToSpecOf(
        BelongsToTarget target, NameCandidate id, string property, NameLookup<(Field Field, NameCandidate Name)> fields)
    {
        bool isFirstInJson = !fields.Contains(id.SchemaName);
        return new BelongsToSpec(
            target.Link.Name, id.SchemaName, id.Name, property, target.Link.Model, target.Class, isFirstInJson);
    }

    private static EquatableArray<HasManySpec> HasManySpecs(
        ModelInputs inputs, List<NamingDiagnostic> diagnostics, CancellationToken cancellation)
    {
        if (inputs.HasMany.Count == 0) return [];
        string model = inputs.Model.Name;
        var queries = new List<(HasManyTarget Target, string Inverse, NameCandidate Name)>(inputs.HasMany.Count);
        NameLookup<Field> fields = new(inputs.Model.Fields, static field => field.Name, inputs.HasMany.Count);
        NameLookup<BelongsTo> links = new(inputs.Model.BelongsTo, static link => link.Name, inputs.HasMany.Count);
        foreach (HasManyTarget target in inputs.HasMany)
        {
            cancellation.ThrowIfCancellationRequested();
            bool isShared = fields.Contains(target.Name) || links.Contains(target.Name);
            if (target.Inverse is { } inverse) queries.Add((target, inverse, HasManyCandidate(inputs, target, isShared)));
            else diagnostics.Add(new(NamingRules.HasManyLeftOut, [target.Name, model, target.Model], ElementOf(model, target)));
        }

        NameScope.Assign(queries.Select(static item => item.Name), ReservedMembers.OnSet, cancellation);
        foreach ((HasManyTarget target, _, NameCandidate name) in queries) Add(diagnostics, ElementOf(model, target), name);
        return queries.Select(static item => new HasManySpec(
                item.Target.Name, item.Name.Name, item.Target.Model, item.Target.Class, item.Target.Fields, item.Inverse + "_id"))
            .ToEquatableArray();
    }

    // An override of a name that a field or a belongs-to has too applies to that one.
    private static NameCandidate HasManyCandidate(ModelInputs inputs, HasManyTarget target, bool isShared)
    {
        string? chosen = isShared ? null : inputs.Overrides.Member(target.Name);
        return new NameCandidate((chosen ?? Identifier.FromSchemaName(target.Name)) + HasManySuffix, target.Name);
    }

    private static ElementPath ElementOf(string model, HasManyTarget target) => new(ElementKind.HasMany, model, target.Name);

    private static void Add(List<NamingDiagnostic> diagnostics, ElementPath element, NameCandidate name)
    {
        switch (name.Resolution)
        {
            case NameResolution.Reserved:
                diagnostics.Add(new(NamingRules.MemberReserved, [name.SchemaName, element.Model, name.Name, name.Plain], element));
                break;
            case NameResolution.Taken:
                string taken = KeyOf(MessageArgument.Of(element.Model), name);
                diagnostics.Add(new(NamingRules.NameTaken, [taken, name.Name, name.Plain], element));
                break;
            case NameResolution.OverrideRefused:
                string key = KeyOf(element.Model, name);
                diagnostics.Add(new(NamingRules.OverrideRefused, [key, name.Name], null, key));
                break;
        }
    }

    private static string KeyOf(string model, NameCandidate name) => model + "." + name.SchemaName;
}
