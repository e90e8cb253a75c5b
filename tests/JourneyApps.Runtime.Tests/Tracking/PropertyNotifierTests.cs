using System.ComponentModel;
using JourneyApps.CompilerServices;

namespace JourneyApps.Runtime.Tests.ChangeTracking;

/// <summary>What a screen hears of an object: every property that was set, and no event after its handler was removed.</summary>
public sealed class PropertyNotifierTests
{
    private readonly List<string> _heard = [];
    private PropertyNotifier _notifier;

    [Fact]
    public void A_setter_raises_the_property_its_link_and_the_first_change()
    {
        _notifier.Add(Listener("a"));

        _notifier.Raise(this, "SiteId", hadChanges: false, link: "Site");
        _notifier.Raise(this, "Title", hadChanges: true);

        Assert.Equal(["a SiteId", "a Site", "a HasChanges", "a Title"], _heard);
    }

    [Fact]
    public void Without_a_handler_nothing_is_raised()
    {
        _notifier.Add(null);
        _notifier.Remove(null);
        _notifier.Remove(Listener("a"));

        _notifier.Raise(this, "Title", hadChanges: false);
        _notifier.RaiseAll(this);

        Assert.Empty(_heard);
    }

    [Fact]
    public void Removing_a_handler_removes_its_last_addition_and_leaves_the_others()
    {
        PropertyChangedEventHandler a = Listener("a"), b = Listener("b"), c = Listener("c");
        foreach (PropertyChangedEventHandler handler in (PropertyChangedEventHandler[])[a, b, c, a]) _notifier.Add(handler);

        _notifier.Remove(a);
        _notifier.Raise(this, "First", hadChanges: true);
        _notifier.Remove(b);
        _notifier.Remove(b);
        _notifier.Raise(this, "Second", hadChanges: true);
        _notifier.Remove(a);
        _notifier.Remove(c);
        _notifier.Raise(this, "Third", hadChanges: true);

        Assert.Equal(["a First", "b First", "c First", "a Second", "c Second"], _heard);
    }

    [Fact]
    public void What_a_call_read_is_raised_where_each_handler_was_added()
    {
        var screen = new Screen();
        On(screen, () => _notifier.Add(Listener("screen")));
        On(null, () => _notifier.Add(Listener("background")));

        On(null, () => _notifier.RaiseAll(this));
        Assert.Equal(["background all"], _heard);

        screen.Deliver();
        Assert.Equal(["background all", "screen all"], _heard);

        On(screen, () => _notifier.RaiseAll(this));
        Assert.Equal(["background all", "screen all", "screen all", "background all"], _heard);
        Assert.Equal(0, screen.Deliver());
    }

    private PropertyChangedEventHandler Listener(string name) => (sender, changed) =>
    {
        Assert.Same(this, sender);
        _heard.Add($"{name} {(changed.PropertyName is "" ? "all" : changed.PropertyName)}");
    };

    private static void On(SynchronizationContext? context, Action action)
    {
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    // A user interface's thread, which handles what was posted when it is idle.
    private sealed class Screen : SynchronizationContext
    {
        private readonly Queue<Action> _posted = [];

        public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue(() => d(state));

        public int Deliver()
        {
            int count = _posted.Count;
            while (_posted.TryDequeue(out Action? next)) next();
            return count;
        }
    }
}
