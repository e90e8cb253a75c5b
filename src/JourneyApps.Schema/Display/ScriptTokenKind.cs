namespace JourneyApps.Schema.Display;

/// <summary>The kinds of tokens in a display expression.</summary>
internal enum ScriptTokenKind
{
    /// <summary>The end of the source.</summary>
    End,

    /// <summary>Characters that are not a token; the source cannot be read.</summary>
    Fault,

    /// <summary>A name that is not a keyword.</summary>
    Name,

    /// <summary>A keyword of JavaScript.</summary>
    Keyword,

    /// <summary>A name that begins with <c>#</c>.</summary>
    PrivateName,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Text in quotes.</summary>
    Text,

    /// <summary>Text in backquotes, up to its end.</summary>
    Template,

    /// <summary>Text in backquotes, up to an expression in it.</summary>
    TemplateHead,

    /// <summary>An operator or another sign.</summary>
    Sign,
}
