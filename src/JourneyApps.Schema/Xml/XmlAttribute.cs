namespace JourneyApps.Schema.Xml;

/// <summary>An attribute as two ranges of the text.</summary>
internal struct XmlAttribute
{
    public int NameStart;
    public int NameLength;

    /// <summary>The offset after the opening quote.</summary>
    public int ValueStart;

    /// <summary>The length without the quotes.</summary>
    public int ValueLength;

    /// <summary>Whether the value contains a character reference, so that it differs from its text.</summary>
    public bool HasEntity;

    /// <summary>The range that the platform reports for an invalid value: the value, or both quotes of an empty one.</summary>
    public readonly TextSpan ValueSpan => ValueLength == 0 ? new TextSpan(ValueStart - 1, 2) : new TextSpan(ValueStart, ValueLength);

    public readonly TextSpan NameSpan => new(NameStart, NameLength);
}
