namespace JourneyApps.Generator.Naming;

/// <summary>How a name came to be.</summary>
internal enum NameOutcome
{
    /// <summary>The plain name.</summary>
    Plain,

    /// <summary>The name that the user chose.</summary>
    Chosen,

    /// <summary>Another name, because the plain one is reserved.</summary>
    Reserved,

    /// <summary>Another name, because something else has the plain one.</summary>
    Taken,

    /// <summary>A name of our own, because the one that the user chose is reserved or taken.</summary>
    ChoiceRefused,
}
