namespace JourneyApps.Schema;

/// <summary>The comparisons that queries offer for the fields of a type.</summary>
[Flags]
public enum FieldOperators
{
    /// <summary>None: the field cannot be used in a query.</summary>
    None = 0,

    /// <summary>With null: whether the field has a value.</summary>
    Presence = 1,

    /// <summary>Equal and not equal.</summary>
    Equality = 2,

    /// <summary>One of several values, or none of them.</summary>
    Membership = 4,

    /// <summary>Less, greater, and both with equality.</summary>
    Order = 8,

    /// <summary>Text that contains or starts with another text.</summary>
    Text = 16,

    /// <summary>Lists that contain a key, any of several keys, all of them, or none.</summary>
    List = 32,
}
