namespace JourneyApps.Schema;

/// <summary>The kind of a part of a display format.</summary>
public enum DisplayPartKind
{
    /// <summary>Text, with doubled braces as single ones.</summary>
    Literal,

    /// <summary>The value of the field or relationship that <see cref="DisplayPart.Path"/> names.</summary>
    Value,

    /// <summary>A JavaScript expression. Data models do not run it: it is shown as <c>{$:code}</c>.</summary>
    Code,

    /// <summary>An expression that the platform does not accept; it is shown as written.</summary>
    Unsupported,
}
