namespace JourneyApps.Schema.Xml;

/// <summary>An element as ranges of the text, linked by positions in the tree's array.</summary>
internal struct XmlElement
{
    /// <summary>The name with its prefix, as written.</summary>
    public int NameStart;
    public int NameLength;

    public int FirstAttribute;
    public int AttributeCount;

    /// <summary>−1 for none.</summary>
    public int Parent;
    public int FirstChild;
    public int LastChild;
    public int NextSibling;

    /// <summary>The range between the start tag and the end tag.</summary>
    public int ContentStart;
    public int ContentEnd;

    /// <summary>The offset after the end tag.</summary>
    public int End;

    /// <summary>Whether the element directly contains text that is not blank; CDATA does not count.</summary>
    public bool HasText;

    /// <summary>Whether the content is more than one run of plain text, so that its text must be assembled.</summary>
    public bool IsMixed;

    public readonly TextSpan NameSpan => new(NameStart, NameLength);
}
