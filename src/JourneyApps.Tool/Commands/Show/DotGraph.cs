using System.Globalization;
using System.Text;

namespace JourneyApps.Tool.Commands.Show;

/// <summary>Renders relationships as a Graphviz graph. Arrows lead from the model that stores the id to the model it refers to.</summary>
internal static class DotGraph
{
    public static string Of(IReadOnlyList<Model> models)
    {
        HashSet<string> shown = [.. models.Select(model => model.Name)];
        StringBuilder text = new("digraph data_model {\n  rankdir=LR;\n  node [shape=box];\n");
        foreach (Model model in models)
            text.Append(CultureInfo.InvariantCulture, $"  {Quoted(model.Name)} [label={Quoted(Label(model))}];\n");
        foreach (Model model in models)
        {
            foreach (BelongsTo link in model.BelongsTo)
            {
                if (!shown.Contains(link.Model)) continue;
                text.Append(CultureInfo.InvariantCulture, $"  {Quoted(model.Name)} -> {Quoted(link.Model)} [label={Quoted(link.Name)}];\n");
            }
        }

        return text.Append("}\n").ToString();
    }

    private static string Quoted(string text)
        => $"\"{SafeText.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Label(Model model) => model.Label.Length > 0 ? model.Label : model.Name;
}
