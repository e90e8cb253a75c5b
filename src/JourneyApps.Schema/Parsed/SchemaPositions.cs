using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Schema.Parsed;

/// <summary>The positions of a data model's elements in the text, by name. It holds offsets, not the text.</summary>
internal sealed class SchemaPositions : IEquatable<SchemaPositions>
{
    private readonly DataModel _dataModel;
    private readonly ModelPositions[] _models;
    private readonly LineMap _lines;
    private NamedPlaces? _modelsByName;
    private ModelMembers?[]? _members;

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
        // Both are created at the first use; two threads at once create the same.
        int index = (_modelsByName ??= NamedPlaces.Of(_dataModel.Models, static model => model.Name)).Find(element.Model);
        if (index < 0) return false;

        Model model = _dataModel.Models[index];
        ModelMembers members = (_members ??= new ModelMembers?[_models.Length])[index] ??= new ModelMembers(model);
        TextSpan span = Find(members, model, _models[index], element);
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

    private static TextSpan Find(ModelMembers members, Model model, ModelPositions positions, ElementPath element)
    {
        switch (element.Kind)
        {
            case ElementKind.Model:
                return positions.Name;
            case ElementKind.Field:
                return At(positions.Fields, members.Field(element.Member));
            case ElementKind.BelongsTo:
                return At(positions.BelongsTo, members.BelongsTo(element.Member));
            case ElementKind.HasMany:
                return At(positions.HasMany, members.HasMany(element.Member));
            default:
                int field = members.Field(element.Member);
                bool exists = field >= 0 && (uint)element.Option < (uint)model.Fields[field].Options.Count;
                return exists ? At(positions.Options, members.OptionsBefore(field) + element.Option) : TextSpan.None;
        }
    }

    private static TextSpan At(TextSpan[] spans, int index) => (uint)index < (uint)spans.Length ? spans[index] : TextSpan.None;
}
