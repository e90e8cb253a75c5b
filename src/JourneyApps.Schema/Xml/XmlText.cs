using System.Text;

namespace JourneyApps.Schema.Xml;

/// <summary>Decodes values and contents with references or markup. The document must be well-formed. Line ends become line feeds, unlike in
/// the platform's parser: a checkout can change them, and the deployed schema has one form. A reference (<c>&amp;#13;</c>) is
/// kept.</summary>
internal static class XmlText
{
    /// <summary>Replaces the character references in a text.</summary>
    public static string Decode(ReadOnlySpan<char> text, CancellationToken cancellation)
    {
        StringBuilder decoded = new(text.Length);
        Decode(text, 0, decoded, null, cancellation);
        return decoded.ToString();
    }

    /// <summary>The value of an attribute, with the offset of each of its characters in <paramref name="offsets"/>.</summary>
    public static string DecodeValue(XmlTree tree, in XmlAttribute attribute, List<int>? offsets)
    {
        StringBuilder decoded = new(attribute.ValueLength);
        Decode(tree.Text.AsSpan(attribute.ValueStart, attribute.ValueLength), attribute.ValueStart, decoded, offsets, tree.Cancellation);
        return decoded.ToString();
    }

    /// <summary>All text inside an element: including child elements and CDATA, without comments and instructions.</summary>
    public static string DecodeContent(XmlTree tree, int element, List<int>? offsets)
    {
        string text = tree.Text;
        (int at, int end) = (tree[element].ContentStart, tree[element].ContentEnd);
        StringBuilder decoded = new(end - at);
        while (at < end)
        {
            tree.Cancellation.ThrowIfCancellationRequested();
            int markup = text.IndexOf('<', at, end - at);
            int runEnd = markup < 0 ? end : markup;
            Decode(text.AsSpan(at, runEnd - at), at, decoded, offsets, tree.Cancellation);
            at = markup < 0 ? end : Markup(text, markup, end, decoded, offsets);
        }

        return decoded.ToString();
    }

    /// <summary>The number of text nodes that are not blank in a range without elements. Comments and instructions separate nodes, except
    /// for an empty comment; CDATA is not a text node.</summary>
    public static int CountTextNodes(XmlTree tree, int start, int end)
    {
        string text = tree.Text;
        int count = 0;
        bool isBlank = true;
        StringBuilder ignored = new();
        while (start < end)
        {
            tree.Cancellation.ThrowIfCancellationRequested();
            int markup = text.IndexOf('<', start, end - start);
            int runEnd = markup < 0 ? end : markup;
            ReadOnlySpan<char> run = text.AsSpan(start, runEnd - start);
            isBlank &= run.IndexOf('&') >= 0 ? XmlChars.IsBlank(Decode(run, tree.Cancellation).AsSpan()) : XmlChars.IsBlank(run);
            start = markup < 0 ? end : Markup(text, markup, end, ignored.Clear(), null);
            if (markup >= 0 && string.CompareOrdinal(text, markup, "<!---->", 0, 7) == 0) continue;
            if (!isBlank) count++;
            isBlank = true;
        }

        return isBlank ? count : count + 1;
    }

    private static int Markup(string text, int start, int end, StringBuilder decoded, List<int>? offsets)
    {
        do start++;
        while (start < end && XmlChars.IsSpace(text[start]));
        ReadOnlySpan<char> rest = text.AsSpan(start, end - start);
        if (rest.StartsWith("!--".AsSpan())) return After(text, "-->", start + 3, end);
        if (rest.StartsWith("?".AsSpan())) return After(text, "?>", start + 1, end);
        if (rest.StartsWith("![CDATA[".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            int cdata = start + "![CDATA[".Length;
            int cdataEnd = text.IndexOf("]]>", cdata, end - cdata, StringComparison.Ordinal);
            if (cdataEnd < 0) cdataEnd = end;
            Append(text.AsSpan(cdata, cdataEnd - cdata), cdata, decoded, offsets);
            return Math.Min(cdataEnd + 3, end);
        }

        // The end of a tag is not a ">" inside a quoted value.
        int at = start;
        while (at < end && text[at] != '>')
        {
            if (text[at] is '"' or '\'')
            {
                int quote = text.IndexOf(text[at], at + 1, end - at - 1);
                if (quote < 0) return end;
                at = quote;
            }

            at++;
        }

        return Math.Min(at + 1, end);
    }

    private static int After(string text, string mark, int start, int end)
    {
        int found = start < end ? text.IndexOf(mark, start, end - start, StringComparison.Ordinal) : -1;
        return found < 0 ? end : found + mark.Length;
    }

    private static void Decode(
        ReadOnlySpan<char> text, int offset, StringBuilder decoded, List<int>? offsets, CancellationToken cancellation)
    {
        while (text.Length > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            int reference = text.IndexOf('&');
            int length = reference < 0 ? -1 : text.Slice(reference).IndexOf(';');
            if (length < 0 || XmlEntities.Resolve(text.Slice(reference + 1, length - 1), out string value) != XmlEntityKind.Known)
            {
                Append(text, offset, decoded, offsets);
                return;
            }

            Append(text.Slice(0, reference), offset, decoded, offsets);
            decoded.Append(value);
            for (int i = 0; i < value.Length; i++) offsets?.Add(offset + reference);
            text = text.Slice(reference + length + 1);
            offset += reference + length + 1;
        }
    }

    private static void Append(ReadOnlySpan<char> text, int offset, StringBuilder decoded, List<int>? offsets)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            offsets?.Add(offset + i);
            decoded.Append(c == '\r' ? '\n' : c);
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
        }
    }
}
