using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Display;

/// <summary>Parses the expressions between braces. The platform takes each for the first statement of a JavaScript block: a name or a
/// member of something is a value, a constant is text, and everything else is code, which it does not run.</summary>
internal static class DisplayExpression
{
    private const string CodePrefix = "$:";

    /// <summary>The brace that closes an expression, or −1. Pairs of braces inside are counted; quoted text is skipped.</summary>
    public static int FindClose(string format, int open)
    {
        int depth = 0;
        for (int i = open; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return i;
                case '"' or '\'':
                    i = format.IndexOf(format[i], i + 1);
                    if (i < 0) return -1;
                    break;
            }
        }

        return -1;
    }

    /// <summary>Parses the text between two braces.</summary>
    public static DisplayPart Parse(string format, int start, int end, StringPool? strings, CancellationToken cancellation)
    {
        int origin = start;
        while (start < end && XmlChars.IsBlank(format[start])) start++;
        while (end > start && XmlChars.IsBlank(format[end - 1])) end--;
        string text = strings is null ? format.Substring(start, end - start) : strings.Get(format.AsSpan(start, end - start));
        return ParseText(text, start, origin, cancellation);
    }

    private static DisplayPart ParseText(string text, int start, int origin, CancellationToken cancellation)
    {
        if (text.Length == 0) return Part(DisplayPartKind.Literal, "", start, 0) with { Origin = origin };
        int colon = text.IndexOf(':');
        string name = colon < 0 ? text : text.Substring(0, colon);
        string specifier = colon < 0 ? "" : text.Substring(colon + 1);
        bool isCode = text.StartsWith(CodePrefix, StringComparison.Ordinal);
        if (!isCode && IsPath(name) && (colon < 0 || FormatSpecifier.IsWhole(specifier)))
            return Value(name, colon < 0 ? null : specifier, start, origin, cancellation);
        if (text[0] == '?') return Unsupported(text, start, origin);

        string source = isCode ? text : FormatSpecifier.Replace(text);
        bool isBlock = isCode || (source[0] == '{' && source[source.Length - 1] == '}' && !source.Any(ScriptChars.IsLineBreak));
        if (!isBlock) source = "{" + source + "}";
        if (ScriptReader.Read(source) is not { } statement) return Unsupported(text, start, origin);
        DisplayPart part = Describe(source, statement, isCode: false, format: null);
        if (part.Kind == DisplayPartKind.Unsupported) return Unsupported(text, start, origin);

        // The source begins with a brace more than the text.
        int partStart = Math.Min(Math.Max(part.Start - (isBlock ? 0 : 1), 0), text.Length);
        return part with
        {
            Origin = origin,
            Start = start + partStart,
            Length = Math.Min(part.Length, text.Length - partStart),
            HasRest = statement.Second is { Kind: not ScriptNodeKind.TextAssignment },
        };
    }

    /// <summary>What a statement or an expression shows. <paramref name="isCode"/> says that it follows a label, such as
    /// <c>$:</c>.</summary>
    private static DisplayPart Describe(string source, ScriptNode node, bool isCode, string? format)
    {
        string text = source.Substring(node.Start, node.End - node.Start);
        switch (node.Kind)
        {
            case ScriptNodeKind.Block when node.Inner is { } first:
                if (first.Kind == ScriptNodeKind.Block)
                    return Part(DisplayPartKind.Literal, source.Substring(first.Start, first.End - first.Start), node);
                if (first is { Kind: ScriptNodeKind.Label, Inner.Kind: ScriptNodeKind.Block })
                    return Part(DisplayPartKind.Literal, "", node);
                string? own = !isCode && node.Second?.Kind == ScriptNodeKind.TextAssignment ? node.Second.Value : null;
                return Describe(source, first, isCode, own);
            case ScriptNodeKind.Label:
                return Describe(source, node.Inner!, isCode: true, null);
            case ScriptNodeKind.Await:
                return Describe(source, node.Inner!, isCode, null);
            case ScriptNodeKind.Empty or ScriptNodeKind.Block:
                return Part(DisplayPartKind.Literal, "", node);
        }

        if (node.HasGap) return Part(DisplayPartKind.Unsupported, text, node);
        return node.Kind switch
        {
            ScriptNodeKind.Name or ScriptNodeKind.Member when !isCode
                => Value(node.Kind == ScriptNodeKind.Name ? node.Value : text, format, node.Start, origin: 0, CancellationToken.None) with
                {
                    Length = text.Length,
                },
            ScriptNodeKind.Text or ScriptNodeKind.Constant or ScriptNodeKind.Null when !isCode
                => Part(DisplayPartKind.Literal, node.Value, node),
            ScriptNodeKind.Collection => Part(DisplayPartKind.Code, "", node),
            _ => Part(DisplayPartKind.Code, "{" + CodePrefix + text + "}", node),
        };
    }

    private static DisplayPart Value(
        string expression, string? format, int start, int origin, CancellationToken cancellation)
    {
        int? decimals = format is null ? null : FormatSpecifier.Decimals(format);
        IReadOnlyList<string> path = EquatableArray.ListOf(Names(expression, cancellation));
        return new DisplayPart(DisplayPartKind.Value, expression, path, decimals, format, start, expression.Length)
        {
            Origin = origin,
        };
    }

    private static string[] Names(string path, CancellationToken cancellation)
    {
        if (path.IndexOf('.') < 0) return [path];
        List<string> names = [];
        for (int start = 0, end = 0; end < path.Length; start = end + 1)
        {
            cancellation.ThrowIfCancellationRequested();
            end = path.IndexOf('.', start);
            if (end < 0) end = path.Length;
            names.Add(path.Substring(start, end - start));
        }

        return [.. names];
    }

    private static DisplayPart Unsupported(string text, int start, int origin)
        => Part(DisplayPartKind.Unsupported, "{" + text + "}", start, text.Length) with { Origin = origin };

    private static DisplayPart Part(DisplayPartKind kind, string text, ScriptNode node)
        => Part(kind, text, node.Start, node.End - node.Start);

    private static DisplayPart Part(DisplayPartKind kind, string text, int start, int length)
        => new(kind, text, [], null, Specifier: null, start, length);

    /// <summary>Whether a text is names joined by dots, which is all that most expressions are.</summary>
    private static bool IsPath(string text)
    {
        int at = 0;
        while (true)
        {
            int nameStart = at;
            for (int length; (length = ScriptChars.NameLength(text, at, isFirst: at == nameStart)) > 0;) at += length;
            if (at == nameStart) return false;
            if (nameStart == 0 && ScriptScanner.IsReserved(text, at)) return false;
            if (at == text.Length) return true;
            if (text[at++] != '.') return false;
        }
    }
}
