using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Schema.Parsed;

/// <summary>The positions of a data model's elements in the text, by name. It holds offsets, not the text.</summary>
internal sealed class SchemaPositions : IEquatable<SchemaPositions>
{
    private readonly DataModel _dataModel;
    private readonly ModelPositions[] _models;
    private readonly LineMap _lines;
    private Dictionary<string, int>? _modelsByName;

    internal SchemaPositions(DataModel dataModel, ModelPositions[] models, LineMap lines)
    {
        _dataModel = dataModel;
        _models = models;
        _lines = lines;
    }

    /// <summary>The positions of a data model that was not read from a text.</summary>
    public static SchemaPositions None { get; } = new(DataModel.Empty, [], LineMap.Of(""));

    /// <summary>The range of an element's name (of its <c>key</c> for an option), if the text contains it.</summary>
    public bool TryFind(ElementPath element, [NotNullWhen(true)] out TextRange? range)
    {
        range = null;
        if (element.Model is null || !ByName().TryGetValue(element.Model, out int index)) return false;

        TextSpan span = Find(_dataModel.Models[index], _models[index], element);
        if (span.Start < 0) return false;
        range = _lines.Range(span);
        return true;
    }

    /// <summary>Equal if every element has the same position.</summary>
    public bool Equals(SchemaPositions? other)
        => ReferenceEquals(this, other)
        || (other is not null
            && _lines.Equals(other._lines)
            && _models.AsSpan().SequenceEqual(other._models)
            && _dataModel.Equals(other._dataModel));

    public override bool Equals(object? obj) => Equals(obj as SchemaPositions);

    public override int GetHashCode() => _models.Length;

    private static TextSpan Find(Model model, ModelPositions positions, ElementPath element)
    {
        switch (element.Kind)
        {
            case ElementKind.Model:
                return positions.Name;
            case ElementKind.Field:
                return At(positions.Fields, IndexOf(model.Fields, element.Member, static field => field.Name));
            case ElementKind.BelongsTo:
                return At(positions.BelongsTo, IndexOf(model.BelongsTo, element.Member, static link => link.Name));
            case ElementKind.HasMany:
                return At(positions.HasMany, IndexOf(model.HasMany, element.Member, static link => link.Name));
            default:
                int before = 0;
                foreach (Field field in model.Fields.AsSpan())
                {
                    if (field.Name == element.Member)
                    {
                        bool exists = (uint)element.Option < (uint)field.Options.Count;
                        return exists ? At(positions.Options, before + element.Option) : TextSpan.None;
                    }

                    before += field.Options.Count;
                }

                return TextSpan.None;
        }
    }

    private static TextSpan At(TextSpan[] spans, int index) => (uint)index < (uint)spans.Length ? spans[index] : TextSpan.None;

    private static int IndexOf<T>(IReadOnlyList<T> items, string? name, Func<T, string> nameOf)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (nameOf(items[i]) == name) return i;
        }

        return -1;
    }

    /// <summary>Created at the first use; two threads at once create the same.</summary>
    private Dictionary<string, int> ByName()
    {
        if (_modelsByName is { } known) return known;

        Dictionary<string, int> models = new(_models.Length, StringComparer.Ordinal);
        for (int i = 0; i < _models.Length; i++) models[_dataModel.Models[i].Name] = i;
        return _modelsByName = models;
    }
}
