namespace JourneyApps.Tool.Files;

/// <summary>Turns names from a server into safe file names. Path characters and Windows device names are replaced; names that differ only
/// in case get a number, because many file systems ignore case.</summary>
internal sealed class SafeFileName
{
    private const int MaxLength = 100;

    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(number => (string[])[$"com{number}", $"lpt{number}"])],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A file name without extension that this instance has not returned before.</summary>
    public string Unique(string name)
    {
        string safe = OfPart(name);
        string candidate = safe;
        for (int number = 2; !_used.Add(candidate); number++) candidate = $"{safe}-{number}";
        return candidate;
    }

    /// <summary>One segment of a path; different names can give the same segment.</summary>
    public static string OfPart(string name)
    {
        string safe = string.Concat(name.Take(MaxLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
        return safe.Length == 0 || Devices.Contains(safe) ? safe + "_" : safe;
    }

    /// <summary>A file name with its extension, in the form that the platform accepts for uploads. It is never hidden.</summary>
    public static string OfFile(string name)
    {
        string safe = Attachment.SanitizeFileName(name);
        return safe.StartsWith('.') || Devices.Contains(safe.Split('.')[0].TrimEnd()) ? "_" + safe : safe;
    }
}
