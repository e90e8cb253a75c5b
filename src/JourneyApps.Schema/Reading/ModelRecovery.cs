using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>
/// Saves what can be saved of a broken document. Each range from a model's start tag to the end tag after it, with no other model's start
/// between, is read on its own; those that are well-formed are whole models, and the damage stays in the others.
/// </summary>
internal static class ModelRecovery
{
    /// <summary>Reads the models that are whole, as children of an empty root.</summary>
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

    /// <summary>
    /// What a broken document looks like from its beginning: the root as far as its start tag can be read, its first child element, and
    /// the first that could be a model. Empty where there is none.
    /// </summary>
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

            // A name at the very end may go on: it is no name yet.
            if (at == nameStart || at == text.Length) continue;
            string name = text.Substring(nameStart, at - nameStart);
            if (root.Length == 0) root = name;
            else if (first.Length == 0) first = name;
            if (name is "object" or "model" && first.Length > 0) return (root, first, name);
        }

        return (root, first, "");
    }

    /// <summary>
    /// Behind a comment, CDATA, instruction or declaration that begins here; the same place when none does, or when it never ends:
    /// somebody who begins a comment has not thrown away the rest of the file.
    /// </summary>
    private static int SkipUnread(string text, int at)
    {
        if (at + 1 >= text.Length || text[at + 1] is not ('!' or '?')) return at;
        if (string.CompareOrdinal(text, at, "<!--", 0, 4) == 0) return After(text, "-->", at, 4);
        int end = string.CompareOrdinal(text, at, "<![CDATA[", 0, 9) == 0 ? After(text, "]]>", at, 9)
            : After(text, text[at + 1] == '?' ? "?>" : ">", at, 2);

        // Models are commented out, but nobody puts them into CDATA: this one was begun, and another one's end was found.
        bool holdsModel = text.AsSpan(at, end - at).IndexOf("</model>".AsSpan()) >= 0 || text.AsSpan(at, end - at).IndexOf("</object>".AsSpan()) >= 0;
        return holdsModel ? at : end;
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
