namespace JourneyApps.Schema.Xml;

/// <summary>An attribute as two ranges of the text.</summary>
internal struct XmlAttribute
{
    public int NameStart;
    public int NameLength;

    /// <summary>Behind the opening quote.</summary>
    public int ValueStart;

    /// <summary>Without the quotes.</summary>
    public int ValueLength;

    /// <summary>Whether the value holds a character reference, so that it differs from its text.</summary>
    public bool HasEntity;

    /// <summary>Where the platform points when the value is wrong: at the value, or at both quotes of an empty one.</summary>
    public readonly TextSpan ValueSpan =>
        ValueLength == 0 ? new TextSpan(ValueStart - 1, 2) : new TextSpan(ValueStart, ValueLength);

    public readonly TextSpan NameSpan => new(NameStart, NameLength);
}
