namespace JourneyApps.Tool.Objects;

/// <summary>A column of a CSV file.</summary>
/// <param name="Name">The header.</param>
/// <param name="Member">The member of the object: a field, or <c>{relationship}_id</c>.</param>
/// <param name="Form">The form of the values.</param>
/// <param name="IsList">Whether a value is a list.</param>
/// <param name="Part">The part of a location, or <c>display</c> for a label; null for the value itself.</param>
internal sealed record Column(string Name, string Member, FieldForm Form, bool IsList = false, string? Part = null)
{
    /// <summary>The keys that every object has besides its fields. The server sets them.</summary>
    public static readonly IReadOnlyList<string> Metadata = ["id", "type", "updated_at", "display"];

    private static readonly (string Name, FieldForm Form)[] LocationParts =
    [
        ("latitude", FieldForm.Number), ("longitude", FieldForm.Number), ("altitude", FieldForm.Number),
        ("horizontal_accuracy", FieldForm.Number), ("vertical_accuracy", FieldForm.Number), ("timestamp", FieldForm.DateTime),
    ];

    /// <summary>The columns of a model, in schema order, one per key of the API's JSON. Files are represented by their ids. A field with
    /// the key of metadata has no column, because the API does not show it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="labels">Whether choices get a second column with the label.</param>
    public static List<Column> Of(Model model, bool labels)
    {
        List<Column> columns = [];
        HashSet<string> taken = [.. model.Fields.Select(field => field.Name)];
        foreach (Field field in model.Fields)
        {
            var type = FieldTypeInfo.Of(field.Type);
            if (Metadata.Contains(field.Name)) continue;
            if (type.IsFile)
            {
                AddId(field.Name);
            }
            else if (type.Form == FieldForm.Location)
            {
                foreach ((string part, FieldForm form) in LocationParts)
                    columns.Add(new Column($"{field.Name}.{part}", field.Name, form, Part: part));
            }
            else
            {
                columns.Add(new Column(field.Name, field.Name, type.Form, type.IsMultiple));
                if (labels && type.IsChoice) columns.Add(new Column($"{field.Name}.display", field.Name, FieldForm.Text, Part: "display"));
            }
        }

        foreach (BelongsTo link in model.BelongsTo) AddId(link.Name);
        return columns;

        // A field can have the name of an id, which then is the same key.
        void AddId(string name)
        {
            string id = $"{name}_id";
            if (taken.Add(id)) columns.Add(new Column(id, id, FieldForm.Text));
        }
    }

    /// <summary>Warns about fields that cannot be exported or imported.</summary>
    public static void WarnOfHidden(Model model, Terminal terminal)
    {
        foreach (Field field in model.Fields.Where(field => Metadata.Contains(field.Name)))
        {
            terminal.WriteWarning(
                $"the values of {model.Name}.{field.Name} cannot be transferred: in the API, '{field.Name}' is metadata of every object.");
        }
    }

    /// <summary>The error message for a column or member that the model does not have.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="model">The model.</param>
    /// <param name="advice">What to do when the name is right.</param>
    public static string UnknownMember(string name, Model model, string advice = " To ignore it, add --ignore-unknown.")
    {
        List<Column> columns = Of(model, labels: false);
        string members = string.Join(", ", columns.Select(column => column.Member).Distinct());
        return $"{model.Name} has no '{name}'. It has: {members}.{advice}{Hint(name, model, columns)}";
    }

    /// <summary>The error message for a row that states another model than the one to import to.</summary>
    public static string OtherType(string type, Model model)
        => $"its type is '{type}', not '{model.Name}'. To ignore it, add --ignore-unknown";

    private static string Hint(string name, Model model, List<Column> columns)
    {
        if (name.AsSpan().IndexOfAny(",;\t") >= 0) return " If the file has another delimiter, set --delimiter.";
        // A copy in a database and a Parquet file have an underscore.
        if (columns.Find(column => column.Part is not null && IsAlike(column.Name, name)) is { } part)
            return $" A part of a location is a column such as '{part.Name}'.";
        if (columns.Find(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } other)
            return $" Upper and lower case differ: the name is '{other.Name}'.";
        return model.Fields.FirstOrDefault(field => field.Label.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } field
            ? $" '{name}' is the label of the field '{field.Name}'; use the field's name."
            : "";
    }

    private static bool IsAlike(string name, string other)
        => name.Replace('.', '_').Equals(other.Replace('.', '_'), StringComparison.OrdinalIgnoreCase);
}
