namespace JourneyApps.Schema.Display;

/// <summary>The kinds of statements and expressions in a display expression, as far as the platform treats them differently.</summary>
internal enum ScriptNodeKind
{
    /// <summary>A statement without content.</summary>
    Empty,

    /// <summary>Statements in braces.</summary>
    Block,

    /// <summary>A statement after a name and a colon.</summary>
    Label,

    /// <summary>A name.</summary>
    Name,

    /// <summary>A member of something, such as <c>site.name</c> or <c>title[0]</c>.</summary>
    Member,

    /// <summary>A member after <c>?.</c>, which cannot be assigned to.</summary>
    OptionalMember,

    /// <summary>Text in quotes.</summary>
    Text,

    /// <summary>A number, <c>true</c> or <c>false</c>.</summary>
    Constant,

    /// <summary>The constant <c>null</c>.</summary>
    Null,

    /// <summary>An array or object, which a display shows as nothing.</summary>
    Collection,

    /// <summary>An expression after <c>await</c>.</summary>
    Await,

    /// <summary>The assignment of text in quotes.</summary>
    TextAssignment,

    /// <summary>Any other expression.</summary>
    Other,
}
