namespace JourneyApps.Schema.Naming;

/// <summary>How a name was decided.</summary>
internal enum NameResolution
{
    /// <summary>The plain name.</summary>
    Plain,

    /// <summary>The name from <c>schema.names</c>.</summary>
    Overridden,

    /// <summary>Another name, because the plain one is reserved.</summary>
    Reserved,

    /// <summary>Another name, because the plain one is taken.</summary>
    Taken,

    /// <summary>A derived name, because the one from <c>schema.names</c> is reserved or taken.</summary>
    OverrideRefused,
}
