namespace JourneyApps.Tool.Objects;

/// <summary>A column of a CSV file.</summary>
/// <param name="Name">The header.</param>
/// <param name="Member">The member of the object: a field, or <c>{relationship}_id</c>.</param>
/// <param name="Form">The form of the values.</param>
/// <param name="IsList">Whether a value is a list.</param>
/// <param name="Part">The part of a location, or <c>display</c> for a label; null for the value itself.</param>
internal sealed record Column(string Name, string Member, FieldForm Form, bool IsList = false, string? Part = null)
{
    private static readonly (string Name, FieldForm Form)[] LocationParts =
    [
        ("latitude", FieldForm.Number), ("longitude", FieldForm.Number), ("altitude", FieldForm.Number),
        ("horizontal_accuracy", FieldForm.Number), ("vertical_accuracy", FieldForm.Number), ("timestamp", FieldForm.DateTime),
    ];

    /// <summary>The columns of a model, in schema order. Files are represented by their ids.</summary>
    /// <param name="model">The model.</param>
    /// <param name="labels">Whether choices get a second column with the label.</param>
    public static List<Column> Of(Model model, bool labels)
    {
        List<Column> columns = [];
        foreach (Field field in model.Fields)
        {
            var type = FieldTypeInfo.Of(field.Type);
            if (type.IsFile)
            {
                columns.Add(IdOf(field.Name));
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

        columns.AddRange(model.BelongsTo.Select(link => IdOf(link.Name)));
        return columns;
    }

    /// <summary>The error message for a column or member that the model does not have.</summary>
    public static string UnknownMember(string name, Model model)
        => $"{model.Name} has no '{name}'. "
        + $"It has: {string.Join(", ", Of(model, labels: false).Select(column => column.Member).Distinct())}. "
        + "To ignore it, add --ignore-unknown."
        + (name.AsSpan().IndexOfAny(';', '\t') < 0 ? "" : " If the file has another delimiter, set --delimiter.");

    private static Column IdOf(string name) => new($"{name}_id", $"{name}_id", FieldForm.Text);
}
