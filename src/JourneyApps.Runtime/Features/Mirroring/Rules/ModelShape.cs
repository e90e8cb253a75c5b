using System.Collections.Immutable;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>The part of a model's definition that determines what is read of its objects.</summary>
/// <param name="Display">The display format; null when there is none.</param>
/// <param name="Fields">The word of each field's type by the field's name; belongs-to ids included.</param>
internal sealed record ModelShape(string? Display, ImmutableSortedDictionary<string, string> Fields)
{
    private const string LinkWord = "belongs-to";

    /// <summary>The shape of a model, for a reader that needs only some of its fields.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isNeeded">Whether a field is needed, by its name; null for all.</param>
    public static ModelShape Of(Model model, Func<string, bool>? isNeeded = null)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (Field field in model.Fields) fields.TryAdd(field.Name, FieldTypeInfo.Of(field.Type).Word);
        foreach (BelongsTo link in model.BelongsTo) fields.TryAdd($"{link.Name}_id", LinkWord);
        if (isNeeded is not null) fields.RemoveRange([.. fields.Keys.Where(name => !isNeeded(name))]);
        return new ModelShape(model.Display, fields.ToImmutable());
    }

    /// <summary>Whether objects that did not change read differently now: another display format, or another type of a field.</summary>
    public bool Reshapes(ModelShape before)
        => Display != before.Display || Fields.Any(field => before.Fields.TryGetValue(field.Key, out string? type) && type != field.Value);

    /// <summary>The fields that are new. Values that were stored before can come back with them, without an entry in the oplog.</summary>
    public ImmutableArray<string> AddedSince(ModelShape before) => [.. Fields.Keys.Where(name => !before.Fields.ContainsKey(name))];
}
