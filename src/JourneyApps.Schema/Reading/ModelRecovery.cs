using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Recovers models from a document that is not well-formed. Each range from a model's start tag to the next end tag of a model,
/// without another start tag between them, is read on its own; those that are well-formed are complete models.</summary>
internal static class ModelRecovery
{
    /// <summary>Reads the complete models as children of an empty root.</summary>
    public static void Read(XmlTree tree, string modelElement)
    {
        string text = tree.Text;
        int root = tree.AddElement(0, 0, -1);
        int open = -1;
        for (int at = text.IndexOf('<'); at >= 0; at = at < text.Length ? text.IndexOf('<', at) : -1)
        {
            int skipped = SkipUnread(text, at);
            if (skipped > at)
            {
                at = skipped;
                continue;
            }

            bool isEnd = at + 1 < text.Length && text[at + 1] == '/';
            if (!IsTag(text, isEnd ? at + 2 : at + 1, modelElement))
            {
                at++;
                continue;
            }

            if (!isEnd)
            {
                open = at++;
                continue;
            }

            int end = text.IndexOf('>', at);
            if (end < 0) break;
            if (open >= 0) XmlTreeReader.ReadFragment(tree, open, end + 1, root);
            open = -1;
            at = end + 1;
        }
    }

    /// <summary>The names of the root, its first child and the first element that can be a model, as far as the document can be read. Empty
    /// for elements that are missing.</summary>
    public static (string Root, string FirstChild, string FirstModel) Sniff(string text)
    {
        (string root, string first) = ("", "");
        for (int at = text.IndexOf('<'); at >= 0; at = at < text.Length ? text.IndexOf('<', at) : -1)
        {
            int skipped = SkipUnread(text, at);
            if (skipped > at)
            {
                at = skipped;
                continue;
            }

            int nameStart = ++at;
            while (at < text.Length && XmlChars.IsNameBody(text[at])) at++;

            // A name at the very end can be incomplete.
            if (at == nameStart || at == text.Length) continue;
            string name = text.Substring(nameStart, at - nameStart);
            if (root.Length == 0) root = name;
            else if (first.Length == 0) first = name;
            if (name is "object" or "model" && first.Length > 0) return (root, first, name);
        }

        return (root, first, "");
    }

    /// <summary>The offset after a comment, CDATA, instruction or declaration that begins here; the same offset if none does, or if it does
    /// not end: a comment that has just been opened must not hide the rest of the file.</summary>
    private static int SkipUnread(string text, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] is not ('!' or '?')) return at;
        if (string.CompareOrdinal(text, at, "<!--", 0, 4) == 0) return After(text, "-->", at, 4);
        int end = string.CompareOrdinal(text, at, "<![CDATA[", 0, 9) == 0 ? After(text, "]]>", at, 9)
            : After(text, text[at + 1] == '?' ? "?>" : ">", at, 2);

        // Models can be commented out, but do not occur in CDATA: this section is not closed, and the end of another one was found.
        ReadOnlySpan<char> skipped = text.AsSpan(at, end - at);
        return skipped.IndexOf("</model>".AsSpan()) >= 0 || skipped.IndexOf("</object>".AsSpan()) >= 0 ? at : end;
    }

    private static int After(string text, string mark, int at, int length)
    {
        int start = at + length;
        int found = start < text.Length ? text.IndexOf(mark, start, StringComparison.Ordinal) : -1;
        return found < 0 ? at : found + mark.Length;
    }

    private static bool IsTag(string text, int start, string name)
    {
        int end = start + name.Length;
        return end < text.Length && string.CompareOrdinal(text, start, name, 0, name.Length) == 0 && !XmlChars.IsNameBody(text[end]);
    }
}
