namespace JourneyApps.Internal.Transport.Requests;

/// <summary>Validates parts of a URL's path, so that an id cannot redirect a request.</summary>
internal static class ApiNames
{
    private const int MaxIdLength = 64;

    /// <summary>Whether a text can be an id in a URL: <c>[0-9A-Za-z_-]{1,64}</c>.</summary>
    internal static bool IsId(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxIdLength && HasOnlyIdCharacters(text);

    /// <summary>Whether a text can be the name of a model: an ASCII letter, then letters, digits and underscores.</summary>
    internal static bool IsModel(ReadOnlySpan<char> text)
        => text.Length > 0 && char.IsAsciiLetter(text[0]) && HasOnlyIdCharacters(text) && !text.Contains('-');

    /// <summary>Returns the id if it is valid in a URL.</summary>
    /// <exception cref="ArgumentException">The id is empty, too long or contains other characters.</exception>
    internal static string CheckId(string? id)
        => id is not null && IsId(id)
            ? id
            : throw new ArgumentException(id is null or ""
                ? "The id is empty (a default Id)."
                : "An id in a URL must have 1 to 64 of the characters 0-9, A-Z, a-z, _ and -.");

    /// <summary>Returns the model's name if it is valid in a URL.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    internal static string CheckModel(string model)
        => IsModel(model) ? model : throw new ArgumentException($"'{model}' cannot be the name of a model.");

    // A search for a set of characters takes a program longer to compile than all its ids to check.
    private static bool HasOnlyIdCharacters(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '-')) return false;
        }
        return true;
    }
}
