namespace JourneyApps.Schema;

/// <summary>
/// A display format, such as <c>{title} ({site.name})</c>, taken apart. Parsing never fails: what cannot be understood is a part of its
/// own kind.
/// </summary>
/// <param name="Parts">The parts in order.</param>
/// <example>
/// <code>
/// DisplayFormat format = DisplayFormat.Parse("{title} ({cost:.2f})");
/// // "title" as a value, " (" as a literal, "cost" as a value with two decimals, ")" as a literal
/// </code>
/// </example>
public sealed record DisplayFormat(EquatableArray<DisplayPart> Parts)
{
    /// <summary>Takes a format apart.</summary>
    /// <param name="format">The text of a <c>display</c> element or of a message.</param>
    public static DisplayFormat Parse(string format)
    {
        List<DisplayPart> parts = [];
        int at = 0;
        while (at < format.Length)
        {
            int brace = format.IndexOf('{', at);

            // A brace that ends the text, or is never closed, is text.
            int close = brace < 0 || brace == format.Length - 1 ? -1 : DisplayExpression.FindClose(format, brace);
            bool isEscaped = brace >= 0 && brace < format.Length - 1 && format[brace + 1] == '{';
            int literalEnd = isEscaped || close >= 0 ? brace : format.Length;
            if (literalEnd > at) parts.Add(Literal(format, at, literalEnd));
            at = literalEnd;
            if (at == format.Length) break;

            if (isEscaped)
            {
                parts.Add(new DisplayPart(DisplayPartKind.Literal, "{", [], null, HasSpec: false, at, 2));
                at += 2;
                continue;
            }

            parts.Add(DisplayExpression.Parse(format, brace + 1, close));
            at = close + 1;
        }

        return new DisplayFormat(parts.ToEquatableArray());
    }

    /// <summary>Doubled closing braces become one. A single one takes the next character with it: the platform's engine does so too.</summary>
    private static DisplayPart Literal(string format, int start, int end)
    {
        string text = format.Substring(start, end - start);
        if (text.AsSpan().IndexOf('}') >= 0)
        {
            System.Text.StringBuilder shown = new(text.Length);
            for (int i = 0; i < text.Length; i++)
            {
                shown.Append(text[i]);
                if (text[i] == '}') i++;
            }

            text = shown.ToString();
        }

        return new DisplayPart(DisplayPartKind.Literal, text, [], null, HasSpec: false, start, end - start);
    }
}
