using System.Security;
using System.Text;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>Valid and malformed schemas from a difficult alphabet: names that collide, keywords, metadata, cycles, options of any text.</summary>
internal sealed class MalformedSchema(Random random)
{
    private static readonly string[] Names =
    [
        "a", "A", "a_", "a__b", "aB", "AB", "a_b", "A_B", "ab", "x1", "x_1", "x1_", "class", "event", "string", "task", "Task", "file",
        "system", "System", "journey_apps", "acme", "Acme", "batch", "number0", "job", "Job", "jobs", "job_fields", "job_set", "job_state", "state",
        "status", "to_string", "ToString", "equals", "get_type", "get_hash_code", "finalize", "memberwise_clone", "is_new", "has_changes",
        "is_stale", "new", "id_", "Id", "ID", "updated_at", "updatedAt", "display", "Display", "should_serialize_a", "ShouldSerializeA",
        "should_serialize", "a_specified", "ASpecified", "room_id_specified", "specified", "location", "photo", "photo_id", "attachment", "track", "choice", "oplog", "mirror", "objects", "deployment",
        "dispose", "dispos", "room", "room_id", "room_id_id", "value", "valueValue", "display_value", "a_link", "a_id", "tool_of", "jobs_of",
        "j", "p", "s", "o", "m", "r", "w", "json_id", "info", "data_member", "nullable", "list", "dictionary", "object_set", "filter",
    ];

    private static readonly string[] Labels =
    [
        "", "Plain", "a & b", "<b>", "</summary>", "*/", "\"\"\"", "a\u2028b", "a\u0085b", "a\nb", "\t", "{0}", "{", "ünïcödé", "日本語", "🙂", "\\", "10", "-5",
        "İıIi", "ß", "ss", "_", "1st", "new", "New", "None", "value__", "]]>", "\u200E\u202E", "0x10", "3,5", "A.B",
    ];

    private static readonly string[] Types =
    [
        "text", "text:email", "integer", "number", "date", "datetime", "boolean", "single-choice", "single-choice-integer",
        "multiple-choice", "multiple-choice-integer", "location", "photo", "signature", "attachment", "track",
    ];

    /// <summary>A schema of up to four models.</summary>
    public string Next()
    {
        var models = new List<string>();
        for (int i = random.Next(1, 5); i > 0; i--) AddNew(models, Name());
        var text = new StringBuilder("<data-model>");
        foreach (string model in models) Model(text, model, models);
        return text.Append("\n</data-model>").ToString();
    }

    private void Model(StringBuilder text, string name, List<string> models)
    {
        text.Append("\n  <model name=\"").Append(name).Append("\" label=\"").Append(Escaped(Label())).Append("\">");
        var fields = new List<string>();
        for (int i = random.Next(0, 7); i > 0; i--) AddNew(fields, Name());
        foreach (string field in fields) Field(text, field);
        var links = new List<string>();
        for (int i = random.Next(0, 3); i > 0; i--) AddNew(links, Name());
        foreach (string link in links)
        {
            text.Append("\n    <belongs-to model=\"").Append(models[random.Next(models.Count)]).Append("\" name=\"").Append(link).Append("\"/>");
        }

        var many = new List<string>();
        for (int i = random.Next(0, 2); i > 0; i--) AddNew(many, Name());
        foreach (string has in many)
        {
            text.Append("\n    <has-many model=\"").Append(models[random.Next(models.Count)]).Append("\" name=\"").Append(has).Append('"');
            if (random.Next(2) == 0) text.Append(" inverse-of=\"").Append(Name()).Append('"');
            text.Append("/>");
        }

        text.Append("\n    <display>x</display>\n  </model>");
    }

    private void Field(StringBuilder text, string name)
    {
        string type = Types[random.Next(Types.Length)];
        text.Append("\n    <field name=\"").Append(name).Append("\" label=\"").Append(Escaped(Label())).Append("\" type=\"").Append(type).Append('"');
        if (type == "attachment") text.Append(" media=\"any\"");
        if (!type.Contains("choice", StringComparison.Ordinal))
        {
            text.Append("/>");
            return;
        }

        text.Append('>');
        var keys = new List<string>();
        for (int i = random.Next(0, 6); i > 0; i--) AddNew(keys, Key(type.EndsWith("integer", StringComparison.Ordinal)));
        foreach (string key in keys)
        {
            text.Append("\n      <option key=\"").Append(Escaped(key)).Append("\">").Append(Escaped(Label())).Append("</option>");
        }

        text.Append("\n    </field>");
    }

    private string Name() => random.Next(20) == 0
        ? new string((char)('a' + random.Next(26)), random.Next(1, 600))
        : Names[random.Next(Names.Length)];

    private string Label() => Labels[random.Next(Labels.Length)];

    private string Key(bool isInteger)
    {
        if (isInteger) return random.NextInt64(random.Next(2) == 0 ? 12 : 5_000_000_000L).ToString(System.Globalization.CultureInfo.InvariantCulture);
        string key = random.Next(3) == 0 ? Name() : Label() + (random.Next(3) == 0 ? Label() : "");
        return key.Length == 0 ? "k" : key;
    }

    private static string Escaped(string text) => SecurityElement.Escape(text)
        .Replace("\n", "&#10;", StringComparison.Ordinal).Replace("\t", "&#9;", StringComparison.Ordinal);

    private static void AddNew(List<string> list, string name)
    {
        if (!list.Contains(name)) list.Add(name);
    }
}
