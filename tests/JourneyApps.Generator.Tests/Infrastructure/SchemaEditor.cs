using System.Text.RegularExpressions;

namespace JourneyApps.Generator.Tests.Infrastructure;

/// <summary>Edits a schema's text as people do: rename, add, remove, reorder, break, fix.</summary>
internal sealed partial class SchemaEditor(Random random)
{
    private string? _sound;

    public (string What, string Text) Edit(string text)
    {
        // A broken text is soon fixed; otherwise most of the sequence would test only errors.
        if (_sound is not null && random.Next(2) == 0)
        {
            string sound = _sound;
            _sound = null;
            return ("fix", sound);
        }

        switch (random.Next(10))
        {
            case 0: return ("rename a field", ReplaceOne(text, FieldName(), match => $"<field name=\"f{random.Next(1000)}\""));
            case 1: return ("rename a model", RenameModel(text));
            case 2: return ("relabel", ReplaceOne(text, LabelValue(), _ => $"label=\"L{random.Next(1000)}\""));
            case 3: return ("add a field", ReplaceOne(text, ModelStart(), match => $"{match}\n<field name=\"n{random.Next(1000)}\" label=\"N\" type=\"text\"/>"));
            case 4: return ("remove a field", ReplaceOne(text, SimpleField(), _ => ""));
            case 5: return ("add a model", ReplaceOne(text, RootEnd(), match => $"<model name=\"m{random.Next(1000)}\" label=\"M\"><display>m</display></model>\n{match}"));
            case 6: return ("comment", ReplaceOne(text, ModelStart(), match => "<!-- " + random.Next() + " -->\n" + match));
            case 7: return ("add an option", ReplaceOne(text, OptionEnd(), match => $"{match}<option key=\"{random.Next(1000)}\">O{random.Next(1000)}</option>"));
            case 8: return ("reorder fields", Reorder(text));
            default:
                _sound ??= text;
                return random.Next(2) == 0
                    ? ("cut", text[..random.Next(1, text.Length)])
                    : ("break", text.Remove(random.Next(text.Length - 8), random.Next(1, 8)));
        }
    }

    private string ReplaceOne(string text, Regex pattern, Func<string, string> change)
    {
        MatchCollection matches = pattern.Matches(text);
        if (matches.Count == 0) return text;
        Match match = matches[random.Next(matches.Count)];
        return text[..match.Index] + change(match.Value) + text[(match.Index + match.Length)..];
    }

    private string RenameModel(string text)
    {
        MatchCollection names = ModelName().Matches(text);
        if (names.Count == 0) return text;
        string old = names[random.Next(names.Count)].Groups[1].Value;
        string name = "r" + random.Next(1000);
        return text.Replace($"model name=\"{old}\"", $"model name=\"{name}\"", StringComparison.Ordinal)
            .Replace($"model=\"{old}\"", $"model=\"{name}\"", StringComparison.Ordinal);
    }

    private string Reorder(string text)
    {
        MatchCollection fields = SimpleField().Matches(text);
        if (fields.Count < 2) return text;
        int first = random.Next(fields.Count - 1);
        (Match a, Match b) = (fields[first], fields[first + 1]);
        return text[..a.Index] + b.Value + text[(a.Index + a.Length)..b.Index] + a.Value + text[(b.Index + b.Length)..];
    }

    [GeneratedRegex("<field name=\"[^\"]*\"")]
    private static partial Regex FieldName();

    [GeneratedRegex("label=\"[^\"]*\"")]
    private static partial Regex LabelValue();

    [GeneratedRegex("<model name=[^>]*>")]
    private static partial Regex ModelStart();

    [GeneratedRegex("<field [^>]*/>")]
    private static partial Regex SimpleField();

    [GeneratedRegex("</data-model>")]
    private static partial Regex RootEnd();

    [GeneratedRegex("</option>")]
    private static partial Regex OptionEnd();

    [GeneratedRegex("<model name=\"([^\"]*)\"")]
    private static partial Regex ModelName();
}
