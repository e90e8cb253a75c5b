namespace JourneyApps.Schema.Tests.Fuzz;

/// <summary>Breaks a text as typing, pasting and bad tools do.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Snippets =
    [
        "<", ">", "/", "</", "/>", "\"", "'", "=", "&", ";", "&amp;", "&nbsp;", "&#0;", "&#x110000;", "&#65;", "-", "--", "<!--", "-->", "<![CDATA[", "]]>",
        "<?", "?>", "<!DOCTYPE x [", "]", "<!", ":", "x:", "xmlns:x=\"u\"", " xmlns=\"u\"", "<model name=\"", "</model>", "<field ", "<data-model>",
        "</data-model>", "<option key=\"\"/>", "{", "}", "{{", "?", "$:", "[", ",", "\\u12", "\0", "\u0001", "\u2028", "\uD83D", "\uFEFF", " ", "\n", "\r", "\t", "é", "0",
        "name", " name=\"name\"", " key=key", "type=\"text\"",
    ];

    public string Mutate(string text)
    {
        for (int times = random.Next(1, 5); times > 0; times--)
        {
            int at = random.Next(text.Length + 1);
            int length = Math.Min(random.Next(6) == 0 ? random.Next(400) : random.Next(12), text.Length - at);
            text = random.Next(6) switch
            {
                0 => text[..at],
                1 => text.Remove(at, length),
                2 => text.Insert(at, Snippets[random.Next(Snippets.Length)]),
                3 => Swap(text, at, length, random.Next(text.Length + 1)),
                4 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                _ => text.Remove(at, length).Insert(at, Snippets[random.Next(Snippets.Length)]),
            };
        }

        return text;
    }

    private static string Swap(string text, int at, int length, int to)
    {
        string part = text.Substring(at, length);
        string rest = text.Remove(at, length);
        return rest.Insert(Math.Min(to, rest.Length), part);
    }
}
