using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Reading;

namespace JourneyApps.Schema.Json;

/// <summary>Reads relationships. The model with the id declares them; the other side is listed in the API's form and named in the internal
/// form. <c>inverse-of</c> is left out where the XML can do without it.</summary>
internal static class JsonRelationshipReader
{
    public static void ReadAll(
        List<ModelBuilder> models,
        List<JsonValue> sources,
        JsonWords words,
        DiagnosticList diagnostics,
        CancellationToken cancellation)
    {
        var byName = models.ToDictionary(model => model.Name!, StringComparer.Ordinal);
        ForEach((model, source) => ReadBelongsTo(model, source, words, byName, diagnostics, cancellation));
        ForEach((model, source) => ReadHasMany(model, source, byName, cancellation));
        ForEach((model, source) => ReadOtherSides(model, source, words, byName, cancellation));

        void ForEach(Action<ModelBuilder, JsonValue> read)
        {
            for (int i = 0; i < models.Count; i++) read(models[i], sources[i]);
        }
    }

    private static void ReadBelongsTo(
        ModelBuilder model,
        JsonValue source,
        JsonWords words,
        Dictionary<string, ModelBuilder> byName,
        DiagnosticList diagnostics,
        CancellationToken cancellation)
    {
        foreach (JsonMember member in source.Find(words.BelongsTo)?.Members ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            string? target = member.Value.StringOf(words.Model);
            bool isResolved = target is not null && byName.ContainsKey(target);
            if (!isResolved)
            {
                model.IsFaulty = true;
                TextSpan span = member.Value.Find(words.Model)?.Span ?? member.NameSpan;
                diagnostics.Add(SchemaRules.JsonShape, span, model.Name, words.Model, "the name of a model");
            }

            if (target is not null && model.BelongsTo.Find(member.Name) is null)
                model.BelongsTo.Add(new BelongsToEntry(new BelongsTo(member.Name, target), member.NameSpan, isResolved));
        }
    }

    /// <summary>Reads the has-many that the API lists.</summary>
    private static void ReadHasMany(
        ModelBuilder model, JsonValue source, Dictionary<string, ModelBuilder> byName, CancellationToken cancellation)
    {
        foreach (JsonMember member in source.Find("has_many")?.Members ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            if (member.Value.StringOf("model") is not { } other) continue;
            Add(model, member.Name, other, member.Value.StringOf("inverse_of"), member.NameSpan, byName);
        }
    }

    /// <summary>Reads the has-many that a belongs-to names.</summary>
    private static void ReadOtherSides(
        ModelBuilder model,
        JsonValue source,
        JsonWords words,
        Dictionary<string, ModelBuilder> byName,
        CancellationToken cancellation)
    {
        foreach (JsonMember member in source.Find(words.BelongsTo)?.Members ?? [])
        {
            cancellation.ThrowIfCancellationRequested();
            if (member.Value.StringOf(words.InverseOf) is not { Length: > 0 } name) continue;
            if (member.Value.StringOf(words.Model) is not { } target || !byName.TryGetValue(target, out ModelBuilder? other)) continue;
            Add(other, name, model.Name!, member.Name, member.Value.Find(words.InverseOf)!.Span, byName);
        }
    }

    private static void Add(
        ModelBuilder model, string name, string other, string? inverseOf, TextSpan span, Dictionary<string, ModelBuilder> byName)
    {
        if (model.HasMany.Find(name) is not null) return;
        List<BelongsToEntry> links = [];
        if (byName.TryGetValue(other, out ModelBuilder? source)) source.AddLinksTo(model.Name, 2, links);
        bool isObvious = links.Count == 1 && (inverseOf is null || links[0].Value.Name == inverseOf);
        model.HasMany.Add(new HasManyEntry(new HasMany(name, other, isObvious ? null : inverseOf), span, isPaired: true));
    }
}
