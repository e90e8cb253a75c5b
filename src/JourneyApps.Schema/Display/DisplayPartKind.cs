namespace JourneyApps.Schema;

/// <summary>What a part of a display format is.</summary>
public enum DisplayPartKind
{
    /// <summary>Text that is shown as it is; doubled braces have become single ones.</summary>
    Literal,

    /// <summary>The value of a field or relationship, found along <see cref="DisplayPart.Path"/>.</summary>
    Value,

    /// <summary>A JavaScript expression. Data models do not run any: it is shown as it is, as <c>{$:code}</c>.</summary>
    Code,

    /// <summary>An expression that the platform does not accept; it is shown as it is written.</summary>
    Unsupported,
}
