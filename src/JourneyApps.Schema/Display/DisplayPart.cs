namespace JourneyApps.Schema;

/// <summary>One part of a display format.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What is shown, for everything but values; a value's expression as written.</param>
/// <param name="Path">The names of a value, from the model's own along its belongs-to; empty for everything else.</param>
/// <param name="Decimals">
/// How many decimals a number shows, from <c>:.2f</c>; <see langword="null"/> when the value is shown in the way of its type.
/// </param>
/// <param name="HasSpec">
/// Whether anything stands behind a colon. A number with a spec other than decimals shows its shortest round-trip text.
/// </param>
/// <param name="Start">Where the part stands in the format; the expression without braces and blanks for values.</param>
/// <param name="Length">Its length in the format.</param>
public sealed record DisplayPart(
    DisplayPartKind Kind,
    string Text,
    EquatableArray<string> Path,
    int? Decimals,
    bool HasSpec,
    int Start,
    int Length);
