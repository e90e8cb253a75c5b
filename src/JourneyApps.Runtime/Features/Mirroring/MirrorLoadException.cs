namespace JourneyApps.Mirroring;

/// <summary>A model could not be loaded so that nothing is missing: the copy would lose rows without a word, so the mirror stops instead.</summary>
public sealed class MirrorLoadException : JourneyApiException
{
    /// <summary>An exception without a message of its own.</summary>
    public MirrorLoadException()
        : this("A model could not be loaded whole.")
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">Why not, and what to do.</param>
    public MirrorLoadException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">Why not, and what to do.</param>
    /// <param name="innerException">The cause; null when there is none.</param>
    public MirrorLoadException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
