using JourneyApps.Tool.Schemas;
using Spectre.Console;

namespace JourneyApps.Tool.Commands.Show;

/// <summary>Renders models with their fields, options and relationships as a tree.</summary>
internal static class ModelTree
{
    public static Tree Of(DataModel dataModel, IReadOnlyList<Model> models)
    {
        Tree tree = new(new Text(Plural.Of(models.Count, "model")));
        foreach (Model model in models)
        {
            TreeNode node = tree.AddNode(new Text(SafeText.Line(Heading(model, dataModel))));
            foreach (Field field in model.Fields) AddField(node, field);
            foreach (BelongsTo link in model.BelongsTo) Add(node, $"{link.Name} → {link.Model}");
            foreach (HasMany links in model.HasMany)
                Add(node, $"{links.Name} ← {links.Model}.{dataModel.FindInverse(model, links)?.Name ?? "?"}");
        }

        return tree;
    }

    private static string Heading(Model model, DataModel dataModel)
        => $"{model.Name} \"{model.Label}\""
        + $"{(model.Name == dataModel.AppUserModel ? " (app users)" : "")}{(model.Sensitive ? " (sensitive)" : "")}";

    private static void AddField(TreeNode node, Field field)
    {
        TreeNode line = Add(node, $"{field.Name} \"{field.Label}\" {TypeWord.Of(field)}");
        if (field.Type == FieldType.Boolean) return;
        foreach (FieldOption option in field.Options) Add(line, $"{option.Key ?? "(no key)"} \"{option.Label}\"");
    }

    private static TreeNode Add(TreeNode node, string line) => node.AddNode(new Text(SafeText.Line(line)));
}
