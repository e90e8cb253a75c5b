using JourneyApps.Mirroring;

namespace JourneyApps;

/// <content>Mirrors.</content>
public abstract partial class JourneyClient
{
    /// <summary>A mirror of models; generated clients have <c>Mirror(m => m.Jobs(handler))</c>, which calls this.</summary>
    /// <param name="models">The models with their handlers.</param>
    /// <param name="options">How; null for a mirror that remembers nothing between runs.</param>
    /// <exception cref="ArgumentException">There is no model, or an option is out of its range.</exception>
    public virtual JourneyMirror CreateMirror(MirrorBuilder models, MirrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        return new JourneyMirror(Context, models, options ?? new MirrorOptions());
    }
}
