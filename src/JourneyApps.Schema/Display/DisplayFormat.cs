using JourneyApps.Schema.Display;

namespace JourneyApps.Schema;

/// <summary>A parsed display format, such as <c>{title} ({site.name})</c>. Parsing never fails: an expression that is not supported is a
/// part of kind <see cref="DisplayPartKind.Unsupported"/>.</summary>
/// <param name="Parts">The parts in order.</param>
/// <example>
/// <code>
/// DisplayFormat format = DisplayFormat.Parse("{title} ({cost:.2f})");
/// // "title" as a value, " (" as a literal, "cost" as a value with two decimals, ")" as a literal
/// </code>
/// </example>
public sealed record DisplayFormat(IReadOnlyList<DisplayPart> Parts)
{
    /// <summary>The parts in order.</summary>
    public IReadOnlyList<DisplayPart> Parts { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Parts);

    /// <summary>Parses a format.</summary>
    /// <param name="format">The text of a <c>display</c> element or of a message.</param>
    public static DisplayFormat Parse(string format)
    {
        List<DisplayPart> parts = [];
        Parse(format, parts, strings: null);
        return new DisplayFormat(EquatableArray.ListOf([.. parts]));
    }

    /// <summary>Adds the parts of a format to a list, which the reader of many formats reuses. That reader, which has a pool of strings,
    /// does not need the text between the expressions.</summary>
    internal static void Parse(string format, List<DisplayPart> parts, StringPool? strings, CancellationToken cancellation = default)
    {
        bool withText = strings is null;
        int at = 0;
        while (at < format.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            int brace = format.IndexOf('{', at);

            // A brace at the end of the text is text.
            if (brace == format.Length - 1) brace = -1;
            int literalEnd = brace < 0 ? format.Length : brace;
            if (withText && literalEnd > at) parts.Add(Literal(format, at, literalEnd));
            if (brace < 0) break;

            if (format[brace + 1] == '{')
            {
                if (withText) parts.Add(Part("{", brace, 2));
                at = brace + 2;
                continue;
            }

            int close = DisplayExpression.FindClose(format, brace);
            if (close < 0)
            {
                // Not closed: the rest is shown as written, including doubled braces.
                if (withText) parts.Add(Part(format.Substring(brace), brace, format.Length - brace));
                break;
            }

            parts.Add(DisplayExpression.Parse(format, brace + 1, close, strings, cancellation));
            at = close + 1;
        }
    }

    /// <summary>Doubled closing braces become one. A single one removes the character after it, as on the platform.</summary>
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

        return Part(text, start, end - start);
    }

    private static DisplayPart Part(string text, int start, int length)
        => new(DisplayPartKind.Literal, text, [], null, Specifier: null, start, length);
}
