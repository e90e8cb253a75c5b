namespace JourneyApps.Schema.Naming;

/// <summary>Names the members of a model's row. Members that the model has too have its names; the others yield to them.</summary>
internal sealed class RowNamer
{
    private const string Suffix = "Column";

    // What a record declares itself. The compiler refuses Clone in a record even as a property.
    private static readonly string[] Reserved =
        ["Clone", "EqualityContract", "PrintMembers", "Deconstruct", "Equals", "GetHashCode", "ToString", "Id", "UpdatedAt", "Display"];

    private readonly ModelInputs _inputs;
    private readonly ModelSpec _spec;
    private readonly string _row;
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, FieldSpec> _fields;
    private readonly Dictionary<string, BelongsToSpec> _links;

    private RowNamer(ModelInputs inputs, ModelSpec spec, string row)
    {
        (_inputs, _spec, _row) = (inputs, spec, row);
        _taken = new(Reserved, StringComparer.Ordinal) { row };
        _fields = new(spec.Fields.Count, StringComparer.Ordinal);
        foreach (FieldSpec field in spec.Fields) _fields[field.SchemaName] = field;
        _links = new(spec.BelongsTo.Count, StringComparer.Ordinal);
        foreach (BelongsToSpec link in spec.BelongsTo) _links[link.SchemaName] = link;
    }

    /// <summary>Names the row of a model whose members are named.</summary>
    public static RowSpec Name(ModelInputs inputs, ModelSpec spec, string row, CancellationToken cancellation)
        => new RowNamer(inputs, spec, row).Name(cancellation);

    private RowSpec Name(CancellationToken cancellation)
    {
        var table = CopyTable.Of(_inputs.Model);
        CopyColumn[] columns = [.. table.Columns.Where(IsGenerated)];
        var names = new string[columns.Length];
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        var links = new List<RowLinkSpec>(_spec.BelongsTo.Count);

        // Names of the model first, regardless of the order of the columns.
        for (int i = 0; i < columns.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            string element = columns[i].Element ?? "";
            switch (columns[i].Source)
            {
                case CopyColumnSource.Field:
                    names[i] = Take(_fields[element].Property);
                    break;
                case CopyColumnSource.Link:
                    names[i] = Take(_links[element].IdProperty);
                    break;
                case CopyColumnSource.Location when !places.ContainsKey(element):
                    places[element] = Take(_fields[element].Property);
                    break;
            }
        }

        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i].Source != CopyColumnSource.Link) continue;
            BelongsToSpec link = _links[columns[i].Element!];
            links.Add(new(link.SchemaName, names[i], Take(link.Property), TargetRowOf(link.SchemaName)));
        }

        for (int i = 0; i < columns.Length; i++) names[i] ??= DerivedName(columns[i]);
        return new RowSpec(
            _row,
            table.Name,
            columns.Select((column, i) => Spec(column, names[i])).ToEquatableArray(),
            places.Select(place => Place(place.Key, place.Value, columns, names)).ToEquatableArray(),
            links.ToEquatableArray(),
            HasMany());
    }

    /// <summary>Fields of an unknown type and links to models with errors are not generated.</summary>
    private bool IsGenerated(CopyColumn column) => column.Source switch
    {
        CopyColumnSource.Link => _links.ContainsKey(column.Element!),
        CopyColumnSource.Field or CopyColumnSource.Location or CopyColumnSource.FileId or CopyColumnSource.FileState
            => _fields.ContainsKey(column.Element!),
        _ => true,
    };

    private string DerivedName(CopyColumn column) => column.Source switch
    {
        CopyColumnSource.Metadata => Identifier.FromSchemaName(column.Name),
        CopyColumnSource.FileId => Take(_fields[column.Element!].Property + "Id"),
        CopyColumnSource.FileState or CopyColumnSource.Location
            => Take(_fields[column.Element!].Property + Identifier.FromSchemaName(column.Part!)),
        CopyColumnSource.Sequence => Take("Sequence"),
        CopyColumnSource.DeletedAt => Take("DeletedAt"),
        _ => Take("OtherMembers"),
    };

    private RowColumnSpec Spec(CopyColumn column, string property)
    {
        FieldSpec? field = column.Source != CopyColumnSource.Link && column.Element is { } element ? _fields[element] : null;
        string? target = column.Source switch
        {
            CopyColumnSource.Link => _links[column.Element!].TargetClass,
            CopyColumnSource.Metadata when column.Kind == CopyColumnKind.Id => _spec.Names.Class,
            _ => null,
        };
        return new RowColumnSpec(column, property, field?.Label ?? "", field, target);
    }

    private RowPlaceSpec Place(string field, string property, CopyColumn[] columns, string[] names) => new(
        property,
        _fields[field].Label,
        field,
        names.Where((_, i) => columns[i].Source == CopyColumnSource.Location && columns[i].Element == field).ToEquatableArray());

    private EquatableArray<RowHasManySpec> HasMany()
    {
        var navigations = new List<RowHasManySpec>(_inputs.HasMany.Count);
        foreach (HasManyTarget many in _inputs.HasMany)
        {
            if (many.Row is null || many.RowLink is null) continue;
            string name = Take(_inputs.Overrides.Member(many.Name) ?? Identifier.FromSchemaName(many.Name));
            navigations.Add(new(many.Name, name, many.Row, many.RowLink));
        }

        return navigations.ToEquatableArray();
    }

    private string TargetRowOf(string link)
    {
        foreach (BelongsToTarget target in _inputs.BelongsTo)
        {
            if (target.Link.Name == link) return target.Row!;
        }

        throw new InvalidOperationException($"'{link}' is not a belongs-to of '{_inputs.Model.Name}'.");
    }

    private string Take(string name)
    {
        if (_taken.Add(name)) return name;
        for (int number = 1; ; number++)
        {
            string other = name + Suffix + (number == 1 ? "" : number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            if (_taken.Add(other)) return other;
        }
    }
}
