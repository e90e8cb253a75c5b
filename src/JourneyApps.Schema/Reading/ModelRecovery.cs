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
        UnreadMarkup unread = new(text);
        int root = tree.AddElement(0, 0, -1);
        int open = -1;
        for (int at = text.IndexOf('<'); at >= 0; at = at < text.Length ? text.IndexOf('<', at) : -1)
        {
            tree.Cancellation.ThrowIfCancellationRequested();
            int skipped = unread.Skip(at);
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
    public static (string Root, string FirstChild, string FirstModel) Sniff(string text, CancellationToken cancellation)
    {
        UnreadMarkup unread = new(text);
        (string root, string first) = ("", "");
        for (int at = text.IndexOf('<'); at >= 0; at = at < text.Length ? text.IndexOf('<', at) : -1)
        {
            cancellation.ThrowIfCancellationRequested();
            int skipped = unread.Skip(at);
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

    private static bool IsTag(string text, int start, string name)
    {
        int end = start + name.Length;
        return end < text.Length && string.CompareOrdinal(text, start, name, 0, name.Length) == 0 && !XmlChars.IsNameBody(text[end]);
    }
}
