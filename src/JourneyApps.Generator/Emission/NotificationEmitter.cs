namespace JourneyApps.Generator.Emission;

/// <summary>Writes what models need to implement <c>INotifyPropertyChanged</c>, if the project asks for it.</summary>
internal static class NotificationEmitter
{
    /// <summary>The interface of the class.</summary>
    public const string Interface = "_s.ComponentModel.INotifyPropertyChanged";

    /// <summary>The part of a property from the end of its getter to the member's index.</summary>
    public const string SetterStart = "; set { bool c = HasChanges; if (_t.Set(";

    /// <summary>Writes the part of a property after the call that sets its field.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="property">The property.</param>
    /// <param name="link">The property of the related object if the property is an id.</param>
    public static void SetterEnd(CodeWriter writer, string property, string? link = null)
    {
        if (link is null) writer.Line(") _n.Raise(this, \"", property, "\", c); } }");
        else writer.Line(") { _", link, " = null; _n.Raise(this, \"", property, "\", c, \"", link, "\"); } } }");
    }

    /// <summary>Writes the event.</summary>
    public static void Emit(CodeWriter writer, string name)
    {
        writer.Line("_p.PropertyNotifier _n;");
        writer.Write("/// <summary>Raised after a property was set to another value; with an empty name after a call took the server's");
        writer.Line(" values.</summary>");
        writer.Write("public event _s.ComponentModel.PropertyChangedEventHandler? PropertyChanged");
        writer.Line(" { add => _n.Add(value); remove => _n.Remove(value); }");
        writer.Line("void _p.IModel<", name, ">.OnStateChanged() => _n.RaiseAll(this);");
        writer.Line();
    }
}
