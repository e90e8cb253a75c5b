namespace JourneyApps.Tool.Files;

/// <summary>
/// Makes file names of names that a server gave. What could lead elsewhere, or is a device on Windows, is replaced; names that differ only
/// in case get a number, because many file systems do not tell them apart.
/// </summary>
internal sealed class SafeFileName
{
    private const int MaxLength = 100;

    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(number => (string[])[$"com{number}", $"lpt{number}"])],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A file name without extension that was not given yet.</summary>
    public string For(string name)
    {
        string safe = OfPart(name);
        string chosen = safe;
        for (int number = 2; !_given.Add(chosen); number++) chosen = $"{safe}-{number}";
        return chosen;
    }

    /// <summary>A part of a path; different names can give the same one.</summary>
    public static string OfPart(string name)
    {
        string safe = string.Concat(name.Take(MaxLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_'));
        return safe.Length == 0 || Devices.Contains(safe) ? safe + "_" : safe;
    }

    /// <summary>The name of a file with its extension, such as the platform takes it for an upload.</summary>
    public static string OfFile(string name)
    {
        string safe = AttachmentFileName.Sanitize(name);
        return Devices.Contains(safe.Split('.')[0].TrimEnd()) ? "_" + safe : safe;
    }
}
