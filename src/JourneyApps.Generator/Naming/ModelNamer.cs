using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Emission;
using JourneyApps.Generator.Specs;
using JourneyApps.Schema;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Generator.Naming;

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
    /// <param name="draft">The model.</param>
    public static NamedModel Name(ModelDraft draft)
    {
        Model model = draft.Model;
        var findings = new List<NameFinding>();
        List<BelongsTo> links = LinksOf(draft);
        List<Field> fields = KnownFields(model);

        NameRequest[] requests = MemberRequests(model.Name, fields, links, draft.Chosen);
        NameGrant[] grants = NameScope.Assign(
            requests,
            name => ReservedMembers.OnModel(name) || name == draft.Names.Class || name == draft.Names.Fields);
        MemberFindings.Add(findings, model.Name, fields, links, requests, grants);

        var spec = new ModelSpec(
            model.Name,
            model.Label,
            model.Sensitive,
            draft.Names,
            FieldSpecs(draft, fields, grants, findings),
            LinkSpecs(draft, links, grants, fields),
            HasManySpecs(draft, findings));
        return new NamedModel(spec, findings.ToEquatableArray());
    }

    // The reader has said of a field that its type is unknown (JA2033).
    private static List<Field> KnownFields(Model model)
    {
        var fields = new List<Field>(model.Fields.Count);
        foreach (Field field in model.Fields)
        {
            if (field.Type != FieldType.Unknown) fields.Add(field);
        }

        return fields;
    }

    private static List<BelongsTo> LinksOf(ModelDraft draft)
    {
        var links = new List<BelongsTo>(draft.Links.Count);
        for (int i = 0; i < draft.Links.Count; i++)
        {
            if (draft.Links[i].Length > 0) links.Add(draft.Model.BelongsTo[i]);
        }

        return links;
    }

    // All fields, then all ids, then all links: a grant's position says what it is for.
    private static NameRequest[] MemberRequests(string model, List<Field> fields, List<BelongsTo> links, ChosenNames chosen)
    {
        var requests = new NameRequest[fields.Count + (2 * links.Count)];
        int next = 0;
        foreach (Field field in fields)
        {
            requests[next++] = new NameRequest(
                Identifier.FromSchemaName(field.Name), field.Name, FieldRank, FieldSuffix, chosen.Member(model, field.Name));
        }

        foreach (BelongsTo link in links)
        {
            string? own = ChosenForLink(model, link, fields, chosen);
            string plain = (own ?? Identifier.FromSchemaName(link.Name)) + "Id";
            requests[next++] = new NameRequest(plain, link.Name + "_id", IdRank, LinkSuffix, chosen.Member(model, link.Name + "_id"));
        }

        foreach (BelongsTo link in links)
        {
            string? own = ChosenForLink(model, link, fields, chosen);
            requests[next++] = new NameRequest(Identifier.FromSchemaName(link.Name), link.Name, LinkRank, LinkSuffix, own);
        }

        return requests;
    }

    // A line for a name that a field and a relationship share is the field's.
    private static string? ChosenForLink(string model, BelongsTo link, List<Field> fields, ChosenNames chosen) =>
        fields.Exists(field => field.Name == link.Name) ? null : chosen.Member(model, link.Name);

    private static EquatableArray<FieldSpec> FieldSpecs(
        ModelDraft draft, List<Field> fields, NameGrant[] grants, List<NameFinding> findings)
    {
        var specs = new FieldSpec[fields.Count];
        for (int i = 0; i < specs.Length; i++)
        {
            Field field = fields[i];
            string? enumName = EnumOf(draft, field);
            string? remark = field.Type == FieldType.Attachment ? field.Media : field.Type == FieldType.Text ? field.Subtype : null;
            EquatableArray<OptionSpec> options = enumName is null
                ? OptionNamer.Labels(field)
                : OptionNamer.Name(draft.Model.Name, field, enumName, draft.Chosen, findings);
            bool isFirst = JsonPlaces.IsFirst(field.Name);
            specs[i] = new FieldSpec(field.Name, grants[i].Name, field.Label, field.Type, remark, enumName, isFirst, options);
        }

        return EquatableArray.Adopt(specs);
    }

    private static string? EnumOf(ModelDraft draft, Field wanted)
    {
        if (!FieldKinds.IsChoice(wanted.Type)) return null;
        int index = 0;
        foreach (Field field in draft.Model.Fields)
        {
            if (field.Name == wanted.Name) break;
            if (FieldKinds.IsChoice(field.Type)) index++;
        }

        return draft.Names.Enums[index];
    }

    private static EquatableArray<LinkSpec> LinkSpecs(
        ModelDraft draft, List<BelongsTo> links, NameGrant[] grants, List<Field> fields)
    {
        var specs = new LinkSpec[links.Count];
        int next = 0;
        for (int i = 0; i < draft.Links.Count; i++)
        {
            if (draft.Links[i].Length == 0) continue;
            BelongsTo link = links[next];
            specs[next] = new LinkSpec(
                link.Name,
                grants[fields.Count + next].Name,
                grants[fields.Count + links.Count + next].Name,
                link.Model,
                draft.Links[i],
                JsonPlaces.IsFirst(link, fields));
            next++;
        }

        return EquatableArray.Adopt(specs);
    }

    private static EquatableArray<HasManySpec> HasManySpecs(ModelDraft draft, List<NameFinding> findings)
    {
        if (draft.HasMany.Count == 0) return [];
        string model = draft.Model.Name;
        var targets = new List<HasManyTarget>(draft.HasMany.Count);
        foreach (HasManyTarget target in draft.HasMany)
        {
            if (target.Class.Length > 0) targets.Add(target);
            else findings.Add(new(NamingRules.HasManyLeftOut, [target.Name, model, target.Model], HasManyElement(model, target)));
        }

        NameRequest[] requests = [.. targets.Select(target => HasManyRequest(draft, target))];
        NameGrant[] grants = NameScope.Assign(requests, ReservedMembers.OnSet);
        var specs = new HasManySpec[requests.Length];
        for (int i = 0; i < specs.Length; i++)
        {
            HasManyTarget many = targets[i];
            MemberFindings.Add(findings, model, many.Name, HasManyElement(model, many), requests[i].Plain, grants[i]);
            specs[i] = new HasManySpec(many.Name, grants[i].Name, many.Model, many.Class, many.Fields, many.InverseIdName);
        }

        return EquatableArray.Adopt(specs);
    }

    private static ElementPath HasManyElement(string model, HasManyTarget target) => new(ElementKind.HasMany, model, target.Name);

    // A line for a name that a field or a belongs-to has too is theirs.
    private static NameRequest HasManyRequest(ModelDraft draft, HasManyTarget target)
    {
        bool isOthers = Has(draft.Model.Fields, target.Name) || Has(draft.Model.BelongsTo, target.Name);
        string? chosen = isOthers ? null : draft.Chosen.Member(draft.Model.Name, target.Name);
        return new NameRequest((chosen ?? Identifier.FromSchemaName(target.Name)) + HasManySuffix, target.Name, 0, "");
    }

    private static bool Has(EquatableArray<Field> fields, string name)
    {
        foreach (Field field in fields)
        {
            if (field.Name == name) return true;
        }

        return false;
    }

    private static bool Has(EquatableArray<BelongsTo> links, string name)
    {
        foreach (BelongsTo link in links)
        {
            if (link.Name == name) return true;
        }

        return false;
    }
}
