using JourneyApps.Schema.Reading;

namespace JourneyApps.Schema.Json;

/// <summary>
/// Reads relationships. Each stands in the model that holds the id; the other side is listed by the API, and only named in the internal
/// form. Where the XML could have left <c>inverse-of</c> out, so does the result.
/// </summary>
internal static class JsonRelationshipReader
{
    public static void ReadAll(List<ModelDraft> models, List<JsonValue> sources, JsonWords words, DiagnosticList findings)
    {
        Dictionary<string, ModelDraft> byName = models.ToDictionary(model => model.Name!, StringComparer.Ordinal);
        for (int i = 0; i < models.Count; i++) ReadBelongsTo(models[i], sources[i], words, byName, findings);
        for (int i = 0; i < models.Count; i++) ReadHasMany(models[i], sources[i], byName);
        for (int i = 0; i < models.Count; i++) ReadOtherSides(models[i], sources[i], words, byName);
    }

    private static void ReadBelongsTo(
        ModelDraft model, JsonValue source, JsonWords words, Dictionary<string, ModelDraft> byName, DiagnosticList findings)
    {
        foreach (JsonMember member in source.Find(words.BelongsTo)?.Members ?? [])
        {
            string? target = member.Value.StringOf(words.Model);
            bool isResolved = target is not null && byName.ContainsKey(target);
            if (!isResolved)
            {
                model.IsFaulty = true;
                TextSpan span = member.Value.Find(words.Model)?.Span ?? member.NameSpan;
                findings.Add(SchemaRules.JsonShape, span, model.Name, words.Model, "the name of a model");
            }

            if (target is not null && model.BelongsTo.Find(member.Name) is null)
                model.BelongsTo.Add(new BelongsToDraft(new BelongsTo(member.Name, target), member.NameSpan, isResolved));
        }
    }

    /// <summary>What the API lists.</summary>
    private static void ReadHasMany(ModelDraft model, JsonValue source, Dictionary<string, ModelDraft> byName)
    {
        foreach (JsonMember member in source.Find("has_many")?.Members ?? [])
        {
            if (member.Value.StringOf("model") is not { } other) continue;
            Add(model, member.Name, other, member.Value.StringOf("inverse_of"), member.NameSpan, byName);
        }
    }

    /// <summary>What a belongs-to says of its other side.</summary>
    private static void ReadOtherSides(ModelDraft model, JsonValue source, JsonWords words, Dictionary<string, ModelDraft> byName)
    {
        foreach (JsonMember member in source.Find(words.BelongsTo)?.Members ?? [])
        {
            if (member.Value.StringOf(words.InverseOf) is not { Length: > 0 } name) continue;
            if (member.Value.StringOf(words.Model) is not { } target || !byName.TryGetValue(target, out ModelDraft? other)) continue;
            Add(other, name, model.Name!, member.Name, member.Value.Find(words.InverseOf)!.Span, byName);
        }
    }

    private static void Add(
        ModelDraft model, string name, string other, string? inverseOf, TextSpan span, Dictionary<string, ModelDraft> byName)
    {
        if (model.HasMany.Find(name) is not null) return;
        List<BelongsToDraft> links = [];
        if (byName.TryGetValue(other, out ModelDraft? source)) source.AddLinksTo(model.Name, 2, links);
        bool isObvious = links.Count == 1 && (inverseOf is null || links[0].Value.Name == inverseOf);
        model.HasMany.Add(new HasManyDraft(new HasMany(name, other, isObvious ? null : inverseOf), span, isPaired: true));
    }
}
