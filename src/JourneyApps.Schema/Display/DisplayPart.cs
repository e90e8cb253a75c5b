namespace JourneyApps.Schema;

/// <summary>One part of a display format.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The text that is shown; for a value its expression as written.</param>
/// <param name="Path">The names of a value, beginning with a member of the model and following belongs-to; empty for other kinds.</param>
/// <param name="Decimals">The number of decimals, from <c>:.2f</c>; <see langword="null"/> if the type decides how the value is
/// shown.</param>
/// <param name="Specifier">What follows the colon of a value, such as <c>.2f</c> or <c>5</c>; <see langword="null"/> without a colon. A
/// number is shown as its shortest round-trip text if the specifier is not a number of decimals, a date as the specifier
/// itself.</param>
/// <param name="Start">The offset of the part in the format; for values of the expression without braces and blanks.</param>
/// <param name="Length">Its length in the format.</param>
public sealed record DisplayPart(
    DisplayPartKind Kind,
    string Text,
    IReadOnlyList<string> Path,
    int? Decimals,
    string? Specifier,
    int Start,
    int Length)
{
    /// <summary>The names of a value, beginning with a member of the model and following belongs-to; empty for other kinds.</summary>
    public IReadOnlyList<string> Path { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Path);

    /// <summary>The offset in the format after the brace that opens an expression.</summary>
    internal int Origin { get; init; }

    /// <summary>Whether the value is followed by code, as in <c>{first name}</c>, which is ignored.</summary>
    internal bool HasRest { get; init; }
}
