using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>The handlers of <see cref="INotifyPropertyChanged.PropertyChanged"/> of one object. Setters raise the event at once; calls of
/// the API take values on other threads, and post it to where each handler was added.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1815", Justification = "A part of one object, never compared.")]
public struct PropertyNotifier
{
    // Replaced as a whole, because a call can end on another thread while a handler is removed.
    private (PropertyChangedEventHandler Handler, SynchronizationContext? Context)[]? _handlers;

    /// <summary>Adds a handler.</summary>
    /// <param name="handler">The handler, or null for none.</param>
    public void Add(PropertyChangedEventHandler? handler)
    {
        if (handler is not null) _handlers = [.. _handlers ?? [], (handler, SynchronizationContext.Current)];
    }

    /// <summary>Removes the last handler that is equal.</summary>
    /// <param name="handler">The handler, or null for none.</param>
    public void Remove(PropertyChangedEventHandler? handler)
    {
        int index = Array.FindLastIndex(_handlers ?? [], known => known.Handler == handler);
        if (index >= 0) _handlers = [.. _handlers![..index], .. _handlers[(index + 1)..]];
    }

    /// <summary>Raises the event for a property that was set.</summary>
    /// <param name="sender">The object.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="hadChanges">Whether the object had changes before.</param>
    /// <param name="link">The name of the related object's property if the property is an id.</param>
    public readonly void Raise(object sender, string property, bool hadChanges, string? link = null)
    {
        if (_handlers is not { Length: > 0 } handlers) return;
        Raise(handlers, sender, property);
        if (link is not null) Raise(handlers, sender, link);
        if (!hadChanges) Raise(handlers, sender, "HasChanges");
    }

    /// <summary>Raises the event once for all properties, in the synchronization context in which each handler was added.</summary>
    /// <param name="sender">The object.</param>
    public readonly void RaiseAll(object sender)
    {
        var all = new PropertyChangedEventArgs("");
        foreach ((PropertyChangedEventHandler handler, SynchronizationContext? context) in _handlers ?? [])
        {
            if (context is null || context == SynchronizationContext.Current) handler(sender, all);
            else context.Post(_ => handler(sender, all), null);
        }
    }

    private static void Raise(
        (PropertyChangedEventHandler Handler, SynchronizationContext? Context)[] handlers, object sender, string property)
    {
        var changed = new PropertyChangedEventArgs(property);
        foreach ((PropertyChangedEventHandler handler, _) in handlers) handler(sender, changed);
    }
}
