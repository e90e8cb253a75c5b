using System.Text;

namespace JourneyApps.Tool.Commands.Show;

/// <summary>Renders a Mermaid entity-relationship diagram. Schema names are letters, digits and underscores and need no quotes.</summary>
internal static class MermaidDiagram
{
    public static string Of(IReadOnlyList<Model> models)
    {
        HashSet<string> shown = [.. models.Select(model => model.Name)];
        StringBuilder text = new("erDiagram\n");
        foreach (Model model in models)
        {
            text.Append("  ").Append(model.Name).Append(" {\n");
            foreach (Field field in model.Fields)
                text.Append("    ").Append(FieldTypeInfo.Of(field.Type).Word).Append(' ').Append(field.Name).Append('\n');
            text.Append("  }\n");
        }

        foreach (Model model in models)
        {
            foreach (BelongsTo link in model.BelongsTo)
            {
                if (shown.Contains(link.Model))
                    text.Append("  ").Append(link.Model).Append(" |o--o{ ").Append(model.Name).Append(" : ").Append(link.Name).Append('\n');
            }
        }

        return text.ToString();
    }
}
