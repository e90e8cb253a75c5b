using JourneyApps.Oplog;

namespace JourneyApps;

/// <content>The change log.</content>
public abstract partial class JourneyClient
{
    private OplogClient? _oplog;

    /// <summary>The deployment's change log.</summary>
    public virtual OplogClient Oplog => _oplog ??= new OplogClient(Context);
}
