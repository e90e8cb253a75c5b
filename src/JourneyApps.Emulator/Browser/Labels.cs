using System.Globalization;

namespace JourneyApps.Emulator.Browser;

/// <summary>What the pages call models, fields and sizes.</summary>
internal static class Labels
{
    public static string Of(ServedModel model) => model.Declared.Label.Length > 0 ? model.Declared.Label : model.Name;

    public static string Of(Member member) => member.Field?.Label is { Length: > 0 } label ? label : Words(member.Name);

    /// <summary>A name as words: <c>started_by</c> becomes "Started by".</summary>
    public static string Words(string name)
    {
        string words = name.Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A length in bytes.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
    };
}
