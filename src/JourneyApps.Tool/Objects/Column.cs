using JourneyApps.Schema;

namespace JourneyApps.Tool.Objects;

/// <summary>A column of a CSV file.</summary>
/// <param name="Name">The header.</param>
/// <param name="Member">The member of the object that it shows: a field, or <c>{relationship}_id</c>.</param>
/// <param name="Type">What it holds; null for ids.</param>
/// <param name="Part">The part of a location, or <c>display</c> for a label; null for the value itself.</param>
internal sealed record Column(string Name, string Member, FieldType? Type, string? Part)
{
    /// <summary>The parts of a location.</summary>
    public static readonly string[] LocationParts = ["latitude", "longitude", "altitude", "horizontal_accuracy", "vertical_accuracy", "timestamp"];

    /// <summary>The columns of a model, in the schema's order; files go by their id.</summary>
    /// <param name="model">The model.</param>
    /// <param name="labels">Whether choices get a second column with their label.</param>
    public static List<Column> Of(Model model, bool labels)
    {
        List<Column> columns = [];
        foreach (Field field in model.Fields)
        {
            switch (field.Type)
            {
                case FieldType.Location:
                    columns.AddRange(LocationParts.Select(part => new Column($"{field.Name}.{part}", field.Name, field.Type, part)));
                    break;
                case FieldType.Photo or FieldType.Signature or FieldType.Attachment:
                    columns.Add(new Column($"{field.Name}_id", $"{field.Name}_id", null, null));
                    break;
                default:
                    columns.Add(new Column(field.Name, field.Name, field.Type, null));
                    if (labels && IsChoice(field.Type)) columns.Add(new Column($"{field.Name}.display", field.Name, field.Type, "display"));
                    break;
            }
        }

        columns.AddRange(model.BelongsTo.Select(link => new Column($"{link.Name}_id", $"{link.Name}_id", null, null)));
        return columns;
    }

    private static bool IsChoice(FieldType type)
        => type is FieldType.SingleChoice or FieldType.SingleChoiceInteger or FieldType.MultipleChoice or FieldType.MultipleChoiceInteger;
}
