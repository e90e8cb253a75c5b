namespace JourneyApps.Emulator.Browser.Views;

/// <summary>The input of a field, or its value if a form cannot change it.</summary>
internal abstract record InputView
{
    private InputView() { }

    /// <summary>One line of text, a number, a date or a time.</summary>
    /// <param name="Value">The value; empty for none.</param>
    /// <param name="Type">The type of the HTML input.</param>
    /// <param name="Keyboard">The keyboard that a phone shows; <see langword="null"/> for the usual one.</param>
    internal sealed record Line(string Value, string Type, string? Keyboard) : InputView;

    /// <summary>Several lines of text.</summary>
    /// <param name="Value">The text; empty for none.</param>
    internal sealed record LongText(string Value) : InputView;

    /// <summary>One of several options, or none.</summary>
    /// <param name="Options">The options.</param>
    internal sealed record Choice(IReadOnlyList<OptionView> Options) : InputView;

    /// <summary>Any of several options.</summary>
    /// <param name="Options">The options.</param>
    internal sealed record Checks(IReadOnlyList<OptionView> Options) : InputView;

    /// <summary>The id of a related object.</summary>
    /// <param name="Value">The id; empty for none.</param>
    /// <param name="Model">The name of the related model.</param>
    /// <param name="Current">The related object; <see langword="null"/> for none.</param>
    internal sealed record Related(string Value, string Model, ValueView.Link? Current) : InputView;

    /// <summary>Two coordinates in degrees.</summary>
    /// <param name="Latitude">The latitude; empty for none.</param>
    /// <param name="Longitude">The longitude; empty for none.</param>
    /// <param name="Details">What else is known about the location; <see langword="null"/> for nothing.</param>
    internal sealed record Place(string Latitude, string Longitude, string? Details) : InputView;

    /// <summary>A value that a form cannot change.</summary>
    /// <param name="Value">The value; <see langword="null"/> for none.</param>
    internal sealed record Fixed(ValueView? Value) : InputView;
}
