using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads relationships: first the belongs-to of all models, so that a has-many finds its inverse in any model.</summary>
internal static class RelationshipReader
{
    private const int Model = 0;
    private const int Name = 1;
    private const int HasManyName = 0;
    private const int HasManyModel = 1;
    private const int InverseOf = 2;

    /// <summary>The most candidates that a message names.</summary>
    private const int MostNamed = 20;

    public static void ReadBelongsTo(SchemaReading reading, ModelBuilder source, ModelBuilder target)
    {
        XmlTree tree = reading.Tree;
        string element = reading.Dialect.BelongsTo;
        Span<int> found = stackalloc int[2];
        for (int at = tree.FirstChild(source.Element, element); at >= 0; at = tree.NextSibling(at, element))
        {
            ElementChecks.Attributes(reading, at, reading.Dialect.BelongsToAttributes, found);
            if (found[Model] < 0) continue;

            string model = reading.Value(found[Model]);
            string name = found[Name] < 0 || reading.Value(found[Name]).Length == 0 ? model : reading.Value(found[Name]);
            bool isResolved = reading.ModelsByName.ContainsKey(model);

            // The platform reports it at an attribute "type", which only the old dialects have, or else at the element.
            if (!isResolved && !reading.IsRecovering)
                reading.Report(SchemaRules.ModelUndefined, reading.SpanOf(reading.Find(at, "type"), at), model);

            TextSpan span = reading.SpanOf(found[Name] < 0 ? found[Model] : found[Name], at);
            if (target.BelongsTo.Find(name) is not { } earlier)
                target.BelongsTo.Add(new BelongsToEntry(new BelongsTo(name, model), span, isResolved));
            else if (isResolved && earlier.IsResolved)
                reading.Report(SchemaRules.RelationshipRepeated, reading.SpanOf(found[Name], at), name);
            else if (isResolved)
                earlier.Replace(new BelongsTo(name, model), span);
        }
    }

    public static void ReadHasMany(SchemaReading reading, ModelBuilder source, ModelBuilder target)
    {
        XmlTree tree = reading.Tree;
        string element = reading.Dialect.HasMany;
        Span<int> found = stackalloc int[3];
        for (int at = tree.FirstChild(source.Element, element); at >= 0; at = tree.NextSibling(at, element))
        {
            ElementChecks.Attributes(reading, at, reading.Dialect.HasManyAttributes, found);
            if (found[HasManyModel] >= 0) ReadHasMany(reading, target, at, found);
        }
    }

    private static void ReadHasMany(SchemaReading reading, ModelBuilder target, int element, ReadOnlySpan<int> found)
    {
        string model = reading.Value(found[HasManyModel]);
        string? name = found[HasManyName] < 0 ? null : reading.Value(found[HasManyName]);
        string? inverseOf = found[InverseOf] < 0 ? null : reading.Value(found[InverseOf]);

        BelongsToEntry? inverse = null;
        if (reading.ModelsByName.TryGetValue(model, out ModelBuilder? other))
            inverse = FindInverse(reading, target, other, inverseOf, element, found[InverseOf]);
        else if (!reading.IsRecovering)
            reading.Report(SchemaRules.ModelUndefined, reading.SpanOf(found[HasManyModel], element), model);

        // The platform compares missing names like all others.
        TextSpan span = reading.SpanOf(found[HasManyName], element);
        HasManyEntry? earlier = target.HasMany.Find(name ?? Names.Missing);
        bool isPaired = false;
        if (inverse is not null && (earlier is { IsPaired: true } || (name is null && target.HasNamelessHasMany)))
        {
            reading.Report(SchemaRules.RelationshipRepeated, span, name ?? Names.Missing);
        }
        else if (inverse?.HasMany is { } taken)
        {
            reading.ReportAt(SchemaRules.InverseTaken, element, inverse.Value.Name, taken);
        }
        else if (inverse is not null)
        {
            inverse.HasMany = name;
            isPaired = true;
            target.HasNamelessHasMany |= name is null;
        }

        // Of two with one name, the one that found its other side counts.
        if (name is null) return;
        if (earlier is null) target.HasMany.Add(new HasManyEntry(new HasMany(name, model, inverseOf), span, isPaired));
        else if (isPaired) earlier.Replace(new HasMany(name, model, inverseOf), span);
    }

    private static BelongsToEntry? FindInverse(
        SchemaReading reading, ModelBuilder target, ModelBuilder other, string? inverseOf, int element, int inverseOfAttribute)
    {
        if (inverseOf is not null)
        {
            // A belongs-to that leads nowhere is not an inverse.
            if (other.BelongsTo.Find(inverseOf) is { } named && (named.IsResolved || reading.IsRecovering)) return named;
            reading.Report(SchemaRules.InverseUndefined, reading.SpanOf(inverseOfAttribute, element), inverseOf, other.Name!);
            return null;
        }

        List<BelongsToEntry> candidates = reading.Candidates;
        candidates.Clear();
        other.AddLinksTo(target.Name, MostNamed, candidates);
        if (candidates.Count > 1)
            reading.ReportAt(
                SchemaRules.HasManyAmbiguous, element, MessageArgument.Join(candidates.Select(static link => link.Value.Name)));
        if (candidates.Count == 0) reading.ReportAt(SchemaRules.BelongsToMissing, element, target.Name ?? "", other.Name!);
        return candidates.Count == 1 ? candidates[0] : null;
    }
}
