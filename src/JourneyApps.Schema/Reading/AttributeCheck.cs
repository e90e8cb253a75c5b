namespace JourneyApps.Schema.Reading;

/// <summary>What the value of an attribute must be, as far as it can be told without looking elsewhere.</summary>
internal enum AttributeCheck
{
    /// <summary>Anything, also nothing.</summary>
    None,

    /// <summary>Not empty.</summary>
    NotBlank,

    /// <summary>A name.</summary>
    Name,

    /// <summary>standard or sensitive.</summary>
    Classification,

    /// <summary>One of the media types of attachments.</summary>
    Media,

    /// <summary>true or false.</summary>
    AutoDownload,

    /// <summary>A spec of version 2.</summary>
    Spec,

    /// <summary>Not given at all: spec, for which there is something else to write.</summary>
    DeprecatedSpec,

    /// <summary>Not given at all.</summary>
    Deprecated,
}
