using System.Buffers;

namespace JourneyApps;

/// <summary>The platform's rule for the file names of uploads: lower-case letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and space.</summary>
public static class AttachmentFileName
{
    private const int LongestSanitised = 100;
    private const string Fallback = "file";
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-. ");

    /// <summary>Whether the platform takes the name.</summary>
    /// <param name="fileName">A file name without folders.</param>
    /// <returns>False when an upload under this name would be refused as <c>INVALID_VALUE</c>.</returns>
    public static bool IsValid(string? fileName) => !string.IsNullOrWhiteSpace(fileName) && !fileName.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>Makes a name that the platform takes: folders cut off, lower case, every other character a hyphen.</summary>
    /// <param name="fileName">Any text.</param>
    /// <returns>A valid name of at most 100 characters; <c>file</c> when nothing of the text is left.</returns>
    public static string Sanitize(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        string name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        char[] letters = [.. name.Select(static c => Allowed.Contains(c) ? c : '-')];
        name = new string(letters).Trim(' ', '-', '.');
        if (name.Length > LongestSanitised)
            name = name[^LongestSanitised..].TrimStart(' ', '-', '.');
        return name.Length == 0 ? Fallback : name;
    }

    internal static string Check(string fileName, string parameter)
    {
        ArgumentNullException.ThrowIfNull(fileName, parameter);
        return IsValid(fileName)
            ? fileName
            : throw new ArgumentException(
                $"The platform refuses the file name '{fileName}': only a-z, 0-9, '_', '-', '.' and space. AttachmentFileName.Sanitize makes one that it takes.", parameter);
    }
}
