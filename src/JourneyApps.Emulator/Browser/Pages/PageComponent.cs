using System.ComponentModel;
using Microsoft.AspNetCore.Components;

namespace JourneyApps.Emulator.Browser.Pages;

/// <summary>A part of the pages of the data browser. Razor makes the classes of components public; they are not meant to be used outside
/// the emulator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PageComponent : ComponentBase
{
    /// <summary>The name of the attribute that takes what a component shows.</summary>
    internal const string ViewName = "View";

    private protected PageComponent() { }

    /// <summary>What the component shows. It is not a parameter in the sense of Razor, because parameters and their types have to
    /// be public.</summary>
    private protected object View { get; private set; } = null!;

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        View = parameters.GetValueOrDefault<object>(ViewName) ?? throw new InvalidOperationException($"{GetType().Name} needs {ViewName}.");
        return base.SetParametersAsync(ParameterView.Empty);
    }
}
