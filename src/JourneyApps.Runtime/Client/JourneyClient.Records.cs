namespace JourneyApps;

/// <content>Objects without generated classes.</content>
public abstract partial class JourneyClient
{
    /// <summary>The objects of a model by their schema names, whether or not this code was generated with the model.</summary>
    /// <param name="model">The schema's name of the model.</param>
    /// <exception cref="ArgumentException">That cannot be the name of a model.</exception>
    public virtual JourneyRecordSet Objects(string model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new JourneyRecordSet(Context, model);
    }
}
