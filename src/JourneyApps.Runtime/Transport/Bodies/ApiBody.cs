namespace JourneyApps.Internal.Transport.Bodies;

/// <summary>The body of a request: gives each attempt what to send, from the start.</summary>
internal abstract class ApiBody
{
    /// <summary>Whether it can be sent more than once.</summary>
    public virtual bool CanReopen => true;

    /// <summary>Whether it holds a file, whose transfer has no limit on its total time.</summary>
    public virtual bool IsUpload => false;

    /// <summary>The length in bytes; null when not known beforehand.</summary>
    public abstract long? Length { get; }

    /// <summary>Sends everything, or throws: never less.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="progressed">Called after each piece that the connection took.</param>
    /// <param name="cancellationToken">Ends the transfer.</param>
    public abstract Task WriteToAsync(Stream target, Action progressed, CancellationToken cancellationToken);
}
