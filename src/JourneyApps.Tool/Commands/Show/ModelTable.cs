using JourneyApps.Tool.Schemas;
using Spectre.Console;

namespace JourneyApps.Tool.Commands.Show;

/// <summary>Renders a table with one row per field and relationship.</summary>
internal static class ModelTable
{
    public static Table Of(DataModel dataModel, IReadOnlyList<Model> models)
    {
        Table table = new() { Border = TableBorder.Simple };
        table.AddColumns("Model", "Name", "Label", "Type", "Options");
        foreach (Model model in models)
        {
            foreach (Field field in model.Fields)
            {
                string options = string.Join(", ", field.Options.Select(option => option.Key ?? "(no key)"));
                Add(table, model.Name, field.Name, field.Label, TypeWord.Of(field), options);
            }

            foreach (BelongsTo link in model.BelongsTo) Add(table, model.Name, link.Name, "", $"belongs to {link.Model}", "");
            foreach (HasMany links in model.HasMany)
                Add(table, model.Name, links.Name, "", $"has many {links.Model}.{dataModel.FindInverse(model, links)?.Name ?? "?"}", "");
        }

        return table;
    }

    private static void Add(Table table, params string[] cells) => table.AddRow([.. cells.Select(cell => new Text(SafeText.Line(cell)))]);
}
