using System.Globalization;
using System.Text;
using JourneyApps.Records;

namespace JourneyApps.Mirroring.Tests;

/// <summary>A schema that is edited at random: models, fields, types, options and links come, go and come back.</summary>
internal sealed class RandomSchema(Random random)
{
    private static readonly string[] Types =
    [
        "text", "integer", "number", "boolean", "date", "datetime", "single-choice", "single-choice-integer", "multiple-choice",
        "multiple-choice-integer", "location",
    ];

    private readonly SortedDictionary<string, SortedDictionary<string, string>> _models = new(StringComparer.Ordinal)
    {
        ["m0"] = new(StringComparer.Ordinal) { ["f0"] = "text", ["f1"] = "integer" },
        ["m1"] = new(StringComparer.Ordinal) { ["f0"] = "number" },
    };

    private readonly HashSet<(string Model, string Target)> _links = [];
    private int _options = 2;

    public IEnumerable<string> Models => _models.Keys;

    /// <summary>Edits it.</summary>
    /// <returns>What was edited.</returns>
    public string Edit()
    {
        string model = _models.Keys.ElementAt(random.Next(_models.Count));
        SortedDictionary<string, string> fields = _models[model];
        string field = $"f{random.Next(6)}";
        switch (random.Next(9))
        {
            case 0 when _models.Count < 5:
                string added = $"m{random.Next(6)}";
                _models.TryAdd(added, new(StringComparer.Ordinal) { ["f0"] = RandomType() });
                return $"add the model {added}";
            case 1 when _models.Count > 2:
                _models.Remove(model);
                _links.RemoveWhere(link => link.Model == model || link.Target == model);
                return $"remove the model {model}";
            case 2:
                _options = 1 + random.Next(4);
                return $"{_options} options";
            case 3:
                string target = _models.Keys.ElementAt(random.Next(_models.Count));
                if (!_links.Add((model, target))) _links.Remove((model, target));
                return $"link {model} to {target}";
            case 4 or 5 when fields.Count > 1:
                string gone = fields.Keys.ElementAt(random.Next(fields.Count));
                fields.Remove(gone);
                return $"remove {model}.{gone}";
            default:
                fields[field] = RandomType();
                return $"{model}.{field} is {fields[field]}";
        }
    }

    /// <summary>The schema as a document.</summary>
    public string ToXml()
    {
        var xml = new StringBuilder("<data-model>");
        foreach ((string model, SortedDictionary<string, string> fields) in _models)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<model name=\"{model}\" label=\"{model}\">");
            foreach ((string field, string type) in fields)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<field name=\"{field}\" label=\"{field}\" type=\"{type}\">");
                if (type.Contains("choice", StringComparison.Ordinal))
                {
                    for (int i = 1; i <= _options; i++) xml.Append(CultureInfo.InvariantCulture, $"<option key=\"{i}\">Option {i}</option>");
                }

                xml.Append("</field>");
            }

            foreach ((_, string target) in _links.Where(link => link.Model == model).OrderBy(link => link.Target, StringComparer.Ordinal))
                xml.Append(CultureInfo.InvariantCulture, $"<belongs-to model=\"{target}\" name=\"to_{target}\" />");
            xml.Append("<display>{id}</display></model>".Replace("{id}", "x", StringComparison.Ordinal));
        }

        return xml.Append("</data-model>").ToString();
    }

    /// <summary>An object of a model with random values in some of its fields.</summary>
    public JourneyRecord Fill(JourneyRecord record)
    {
        foreach ((string field, string type) in _models[record.Model])
        {
            if (random.Next(4) == 0) continue;
            record[field] = random.Next(6) == 0 ? RecordValue.Null : Value(type);
        }

        foreach ((_, string target) in _links.Where(link => link.Model == record.Model))
            record[$"to_{target}_id"] = Guid.NewGuid().ToString("D");
        return record;
    }

    private RecordValue Value(string type) => type switch
    {
        "text" => $"text {random.Next(100)}",
        "integer" => random.Next(100),
        "number" => random.Next(100) / 8.0,
        "boolean" => random.Next(2) == 0,
        "date" => new DateOnly(2026, 1, 1).AddDays(random.Next(1000)),
        "datetime" => new DateTimeOffset(2026, 1, 1, 0, 0, random.Next(60), TimeSpan.Zero),
        "single-choice" => "1",
        "single-choice-integer" => 1,
        "multiple-choice" => new[] { "1" },
        "multiple-choice-integer" => RecordValue.List(1),
        _ => RecordValue.Parse("""{"latitude":1.5,"longitude":2.25}"""),
    };

    private string RandomType() => Types[random.Next(Types.Length)];
}
