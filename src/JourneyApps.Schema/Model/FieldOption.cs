namespace JourneyApps.Schema;

/// <summary>One option of a choice or boolean field.</summary>
/// <param name="Key">
/// The key as text: for integer choices the number in invariant digits, for booleans <c>true</c> or <c>false</c>.
/// <see langword="null"/> when the schema gives none that could be used (a text option without a key, an integer key that is no number).
/// </param>
/// <param name="Number">The key of an integer choice as a number; <see langword="null"/> for the other types and where <paramref name="Key"/> is.</param>
/// <param name="Label">What the app shows, exactly as written; may be empty.</param>
public sealed record FieldOption(string? Key, long? Number, string Label);
