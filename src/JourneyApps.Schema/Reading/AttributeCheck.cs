namespace JourneyApps.Schema.Reading;

/// <summary>The check of an attribute's value on its own.</summary>
internal enum AttributeCheck
{
    /// <summary>Any value, including an empty one.</summary>
    None,

    /// <summary>Not empty.</summary>
    NotBlank,

    /// <summary>A name.</summary>
    Name,

    /// <summary><c>standard</c> or <c>sensitive</c>.</summary>
    Classification,

    /// <summary>One of the media types of attachments.</summary>
    Media,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    AutoDownload,

    /// <summary>A spec of version 2.</summary>
    Spec,

    /// <summary>Deprecated in favour of a subtype.</summary>
    DeprecatedSpec,

    /// <summary>Deprecated.</summary>
    Deprecated,
}
