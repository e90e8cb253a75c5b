using System.Buffers;

namespace JourneyApps.Internal.Values.Attachments;

/// <summary>The platform's rule for the file names of uploads: lower-case letters, digits, <c>_</c>, <c>-</c>, <c>.</c> and
/// space.</summary>
internal static class FileNames
{
    private const int MaxSanitizedLength = 100;
    private const string Fallback = "file";
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_-. ");

    public static string Sanitize(string fileName)
    {
        string name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        char[] letters = [.. name.Select(static c => Allowed.Contains(c) ? c : '-')];
        name = new string(letters).Trim(' ', '-', '.');
        if (name.Length > MaxSanitizedLength) name = name[^MaxSanitizedLength..].TrimStart(' ', '-', '.');
        return name.Length == 0 ? Fallback : name;
    }

    /// <exception cref="ArgumentException">The platform would refuse an upload with this name (<c>INVALID_VALUE</c>).</exception>
    public static string Check(string fileName, string parameter)
    {
        ArgumentNullException.ThrowIfNull(fileName, parameter);
        return !string.IsNullOrWhiteSpace(fileName) && !fileName.AsSpan().ContainsAnyExcept(Allowed)
            ? fileName
            : throw new ArgumentException(
                $"The platform does not accept the file name '{fileName}'. It can contain only a-z, 0-9, '_', '-', '.' and space. "
                + "Use Attachment.SanitizeFileName to create a valid name.",
                parameter);
    }
}
