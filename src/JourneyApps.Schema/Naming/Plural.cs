namespace JourneyApps.Schema.Naming;

/// <summary>The plural that names a set on the client. The rules fit into one sentence; there is no dictionary.</summary>
internal static class Plural
{
    /// <summary>The plural of a class name: <c>s</c> is added; <c>y</c> after a consonant becomes <c>ies</c>; after s, x, z, ch and sh,
    /// <c>es</c> is added.</summary>
    public static string Of(string name)
    {
        if (EndsWith(name, "y") && name.Length > 1 && !IsVowel(name[name.Length - 2])) return name.Remove(name.Length - 1) + "ies";
        bool hissing = EndsWith(name, "s") || EndsWith(name, "x") || EndsWith(name, "z") || EndsWith(name, "ch") || EndsWith(name, "sh");
        return name + (hissing ? "es" : "s");
    }

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'A' or 'E' or 'I' or 'O' or 'U' or '_'
        or (>= '0' and <= '9');
}
