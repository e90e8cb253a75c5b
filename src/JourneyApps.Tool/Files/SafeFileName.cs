using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace JourneyApps.Tool.Files;

/// <summary>Turns names from a server into file names that are valid on every system. Different names give different file names, also where
/// the file system ignores case.</summary>
internal static class SafeFileName
{
    private const int MaxLength = 100;
    private const int MaxHint = 40;

    // Separates the readable part from the hash. No name that is kept contains it.
    private const char Separator = '~';

    private const string LowerCase = "abcdefghijklmnopqrstuvwxyz0123456789_-";

    private static readonly SearchValues<char> Lower = SearchValues.Create(LowerCase);

    private static readonly SearchValues<char> Letters = SearchValues.Create(LowerCase + LowerCase.ToUpperInvariant());

    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => (string[])[$"com{number}", $"lpt{number}"])],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>One segment of a path: the name itself if it is safe, otherwise its safe characters and a hash of the name.</summary>
    public static string OfPart(string name)
    {
        if (IsKept(name, Lower)) return name;
        string hint = string.Concat(name.Take(MaxHint).Select(char.ToLowerInvariant).Select(c => Lower.Contains(c) ? c : '_'));
        byte[] hash = SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan()));
        return $"{hint}{Separator}{Convert.ToHexString(hash, 0, 16).ToLowerInvariant()}";
    }

    /// <summary>The file name, without extension, of one of several names. Upper-case letters are kept unless another name differs only in
    /// case.</summary>
    public static string OfOne(string name, IEnumerable<string> all)
        => IsKept(name, Letters) && all.Count(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) <= 1 ? name : OfPart(name);

    /// <summary>Whether Windows treats a file name as a device, regardless of its extension.</summary>
    public static bool IsDevice(string name) => Devices.Contains(name.Split('.')[0].TrimEnd());

    private static bool IsKept(string name, SearchValues<char> allowed)
        => name.Length is > 0 and <= MaxLength && !name.AsSpan().ContainsAnyExcept(allowed) && !IsDevice(name);
}
