using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>Lets readers make a value of the right class.</summary>
/// <typeparam name="TSelf">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAttachmentValue<TSelf> where TSelf : AttachmentValue
{
    /// <summary>A pending file of this id.</summary>
    /// <param name="id">The id, or null.</param>
    /// <returns>The value.</returns>
    static abstract TSelf Create(string? id);
}
