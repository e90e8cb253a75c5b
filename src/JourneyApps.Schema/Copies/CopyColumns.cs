namespace JourneyApps.Schema.Copies;

/// <summary>Lists the columns of one model: one for each member of an object's JSON. A belongs-to <c>x</c> and a field <c>x_id</c> are one
/// member.</summary>
internal sealed class CopyColumns
{
    private static readonly string[] LocationParts =
        ["latitude", "longitude", "altitude", "horizontal_accuracy", "vertical_accuracy", "timestamp"];

    private readonly Model _model;
    private readonly List<CopyColumn> _columns;

    /// <summary>Links by the member with the id.</summary>
    private readonly Dictionary<string, BelongsTo> _links = new(StringComparer.Ordinal);

    /// <summary>The members with the ids of files.</summary>
    private readonly HashSet<string> _fileIds = new(StringComparer.Ordinal);

    /// <summary>The names that derived columns cannot have. Databases that ignore case in names are taken into account.</summary>
    private readonly HashSet<string> _members = new(StringComparer.OrdinalIgnoreCase) { "id", "updated_at", "display" };

    public CopyColumns(Model model)
    {
        _model = model;
        _columns = new(model.Fields.Count + model.BelongsTo.Count + 6);
        foreach (BelongsTo link in model.BelongsTo.AsSpan())
        {
            _members.Add(IdOf(link.Name));
            _links[IdOf(link.Name)] = link;
        }

        foreach (Field field in model.Fields.AsSpan())
        {
            _members.Add(field.Name);
            if (FieldTypeInfo.Of(field.Type).IsFile && !IsMetadata(field)) _fileIds.Add(IdOf(field.Name));
        }
    }

    public IReadOnlyList<CopyColumn> Build()
    {
        _columns.Add(new("id", CopyColumnKind.Id, CopyColumnSource.Metadata, "id", null));
        _columns.Add(new("updated_at", CopyColumnKind.DateTime, CopyColumnSource.Metadata, "updated_at", null));
        _columns.Add(new("display", CopyColumnKind.Text, CopyColumnSource.Metadata, "display", null));
        foreach (Field field in _model.Fields.AsSpan())
        {
            if (!IsMetadata(field) && !IsId(field)) Add(field);
        }

        foreach (BelongsTo link in _model.BelongsTo.AsSpan())
        {
            if (!_fileIds.Contains(IdOf(link.Name))) AddId(CopyColumnSource.Link, link.Name);
        }

        _columns.Add(new(CopyNames.Sequence, CopyColumnKind.BigInteger, CopyColumnSource.Sequence, null, null));
        _columns.Add(new(CopyNames.DeletedAt, CopyColumnKind.DateTime, CopyColumnSource.DeletedAt, null, null));
        _columns.Add(new(CopyNames.Other, CopyColumnKind.Json, CopyColumnSource.Other, null, null));
        return EquatableArray.ListOf(_columns.ToArray());
    }

    private static string IdOf(string element) => element + "_id";

    private static bool IsMetadata(Field field) => field.Name is "id" or "type" or "updated_at" or "display";

    /// <summary>Whether the field is the id of a link or file. The columns of files and locations have other names.</summary>
    private bool IsId(Field field)
        => FieldTypeInfo.Of(field.Type).Form is not (FieldForm.File or FieldForm.Location)
        && (_links.ContainsKey(field.Name) || _fileIds.Contains(field.Name));

    private void Add(Field field)
    {
        switch (FieldTypeInfo.Of(field.Type).Form)
        {
            case FieldForm.File:
                AddId(CopyColumnSource.FileId, field.Name);
                AddPart(field, "state", CopyColumnKind.Key, CopyColumnSource.FileState);
                break;
            case FieldForm.Location:
                foreach (string part in LocationParts)
                {
                    CopyColumnKind kind = part == "timestamp" ? CopyColumnKind.DateTime : CopyColumnKind.Number;
                    AddPart(field, part, kind, CopyColumnSource.Location);
                }

                break;
            default:
                CopyColumnKind kindOfField = KindOf(FieldTypeInfo.Of(field.Type));
                _columns.Add(new(CopyNames.Column(field.Name), kindOfField, CopyColumnSource.Field, field.Name, null)
                {
                    Element = field.Name,
                });
                break;
        }
    }

    private void AddId(CopyColumnSource source, string element)
    {
        string member = IdOf(element);
        _columns.Add(new(CopyNames.Column(member), CopyColumnKind.Id, source, member, null)
        {
            Element = element,
            LinkedModel = _links.TryGetValue(member, out BelongsTo? link) ? link.Model : null,
        });
    }

    private void AddPart(Field field, string part, CopyColumnKind kind, CopyColumnSource source)
    {
        string name = field.Name + "_" + part;
        if (_members.Contains(name)) name = "_" + name;
        _columns.Add(new(CopyNames.Shorten(name), kind, source, field.Name, part) { Element = field.Name });
    }

    private static CopyColumnKind KindOf(FieldTypeInfo type) => type.Form switch
    {
        FieldForm.Text when type.IsChoice => type.IsMultiple ? CopyColumnKind.KeyArray : CopyColumnKind.Key,
        FieldForm.Integer when type.IsChoice => type.IsMultiple ? CopyColumnKind.BigIntegerArray : CopyColumnKind.BigInteger,
        FieldForm.Text => CopyColumnKind.Text,
        FieldForm.Integer => CopyColumnKind.Integer,
        FieldForm.Number => CopyColumnKind.Number,
        FieldForm.Date => CopyColumnKind.Date,
        FieldForm.DateTime => CopyColumnKind.DateTime,
        FieldForm.Boolean => CopyColumnKind.Boolean,
        _ => CopyColumnKind.Json,
    };
}
