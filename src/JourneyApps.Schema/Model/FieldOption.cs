namespace JourneyApps.Schema;

/// <summary>One option of a choice or boolean field.</summary>
/// <param name="Key">The key as text: for integer choices the number in invariant digits, for booleans <c>true</c> or <c>false</c>.
/// <see langword="null"/> if the schema does not have a usable key (a text option without a key, an integer key that is not a
/// number).</param>
/// <param name="Number">The key of an integer choice as a number; <see langword="null"/> for other types, and if <paramref name="Key"/>
/// is.</param>
/// <param name="Label">The text that the app shows, exactly as written; may be empty.</param>
public sealed record FieldOption(string? Key, long? Number, string Label);
