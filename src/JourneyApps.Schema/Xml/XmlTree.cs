using System.Buffers;

namespace JourneyApps.Schema.Xml;

/// <summary>A document as two rented arrays of plain values; element 0 is the root. Nothing is copied from the text.</summary>
internal sealed class XmlTree(string text, CancellationToken cancellation) : IDisposable
{
    private XmlElement[] _elements = ArrayPool<XmlElement>.Shared.Rent(256);
    private XmlAttribute[] _attributes = ArrayPool<XmlAttribute>.Shared.Rent(512);
    private int _attributeCount;

    public string Text { get; } = text;

    /// <summary>Whether the text has a carriage return, so that line ends must be replaced in values.</summary>
    public bool HasCarriageReturn { get; } = text.IndexOf('\r') >= 0;

    /// <summary>Stops the readers of the document.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    public int Count { get; private set; }

    public int AttributeCount => _attributeCount;

    public ref XmlElement this[int element] => ref _elements[element];

    public ref readonly XmlAttribute Attribute(int attribute) => ref _attributes[attribute];

    /// <summary>Adds an element as the last child of another one, or as the root.</summary>
    public int AddElement(int nameStart, int nameLength, int parent)
    {
        if (Count == _elements.Length) Grow(ref _elements);
        int added = Count++;
        _elements[added] = new XmlElement
        {
            NameStart = nameStart,
            NameLength = nameLength,
            FirstAttribute = _attributeCount,
            Parent = parent,
            FirstChild = -1,
            LastChild = -1,
            NextSibling = -1,
        };
        if (parent < 0) return added;

        ref XmlElement above = ref _elements[parent];
        if (above.LastChild < 0) above.FirstChild = added;
        else _elements[above.LastChild].NextSibling = added;
        above.LastChild = added;
        return added;
    }

    /// <summary>Adds an attribute to the element that was added last.</summary>
    public void AddAttribute(in XmlAttribute attribute)
    {
        if (_attributeCount == _attributes.Length) Grow(ref _attributes);
        _attributes[_attributeCount++] = attribute;
        _elements[Count - 1].AttributeCount++;
    }

    /// <summary>Removes everything that was added below an element after its last child was <paramref name="lastChild"/>.</summary>
    public void RemoveAfter(int parent, int lastChild, int count, int attributeCount)
    {
        Count = count;
        _attributeCount = attributeCount;
        ref XmlElement above = ref _elements[parent];
        above.LastChild = lastChild;
        if (lastChild < 0) above.FirstChild = -1;
        else _elements[lastChild].NextSibling = -1;
    }

    public ReadOnlySpan<char> Name(int element) => Text.AsSpan(_elements[element].NameStart, _elements[element].NameLength);

    public ReadOnlySpan<char> AttributeName(int attribute)
        => Text.AsSpan(_attributes[attribute].NameStart, _attributes[attribute].NameLength);

    /// <summary>The first child of a name; −1 if there is none.</summary>
    public int FirstChild(int element, string name) => Named(_elements[element].FirstChild, name);

    /// <summary>The next sibling of a name; −1 if there is none.</summary>
    public int NextSibling(int element, string name) => Named(_elements[element].NextSibling, name);

    public void Dispose()
    {
        ArrayPool<XmlElement>.Shared.Return(_elements);
        ArrayPool<XmlAttribute>.Shared.Return(_attributes);
        _elements = [];
        _attributes = [];
    }

    private int Named(int element, string name)
    {
        while (element >= 0 && !Name(element).SequenceEqual(name.AsSpan()))
        {
            Cancellation.ThrowIfCancellationRequested();
            element = _elements[element].NextSibling;
        }

        return element;
    }

    private static void Grow<T>(ref T[] array)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(array.Length * 2);
        Array.Copy(array, larger, array.Length);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}
