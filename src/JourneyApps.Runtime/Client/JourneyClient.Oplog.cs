namespace JourneyApps;

/// <content>The change log.</content>
public abstract partial class JourneyClient
{
    private Oplog? _oplog;

    /// <summary>The deployment's change log.</summary>
    public virtual Oplog Oplog => _oplog ??= new Oplog(this);
}
