using System.Text;

namespace JourneyApps.Schema.Tests;

/// <summary>A schema of many models in the manner of real ones: ten fields, a choice, two links, a display.</summary>
internal static class LargeSchema
{
    public static string Of(int models)
    {
        StringBuilder xml = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data-model>\n");
        for (int i = 0; i < models; i++)
        {
            int next = (i + 1) % models;
            Add($"  <model name=\"model_{i}\" label=\"Model {i}\">\n");
            foreach ((string name, string type) in Fields) Add($"    <field name=\"{name}\" label=\"{name} of {i % 50}\" type=\"{type}\"/>\n");
            xml.Append("    <field name=\"state\" label=\"State\" type=\"single-choice\">\n");
            foreach (string key in (string[])["new", "busy", "done"]) Add($"      <option key=\"{key}\">State {key}</option>\n");
            xml.Append("    </field>\n");
            Add($"    <belongs-to model=\"model_{next}\" name=\"next\"/>\n    <belongs-to model=\"model_{i}\" name=\"parent\"/>\n");
            Add($"    <has-many model=\"model_{i}\" name=\"children\"/>\n");
            xml.Append("    <display>{title} ({next.title})</display>\n    <index on=\"state,-due\"/>\n  </model>\n");
        }

        return xml.Append("</data-model>\n").ToString();

        void Add(FormattableString text) => xml.Append(FormattableString.Invariant(text));
    }

    private static (string Name, string Type)[] Fields { get; } =
    [
        ("title", "text"), ("notes", "text:paragraph"), ("count", "integer"), ("cost", "number"), ("due", "date"), ("started_at", "datetime"),
        ("done", "boolean"), ("position", "location"), ("picture", "photo"), ("sign_off", "signature"),
    ];
}
