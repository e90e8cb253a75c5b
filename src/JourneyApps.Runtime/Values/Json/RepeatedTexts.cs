using System.Runtime.InteropServices;
using System.Text;

namespace JourneyApps.Internal.Values.Json;

/// <summary>Returns the same string for repeated texts, such as the id of the site that half of a page's jobs belong to. It keeps a few and
/// overwrites them, so it costs a comparison and does not grow.</summary>
internal sealed class RepeatedTexts
{
    private const int Slots = 64;
    private readonly string?[] _texts = new string?[Slots];

    /// <summary>The text of the string at which the reader is, which is in one piece and without escapes.</summary>
    public string Get(ref Utf8JsonReader json)
    {
        ReadOnlySpan<byte> utf8 = json.ValueSpan;
        ref string? slot = ref _texts[Slot(utf8)];
        if (slot is not null && Ascii.Equals(utf8, slot)) return slot;

        return slot = json.GetString()!;
    }

    private static int Slot(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < sizeof(ulong)) return utf8.Length;

        // UUIDs that were created in sequence differ in their first or last letters.
        ulong mixed = MemoryMarshal.Read<ulong>(utf8) * 31 + MemoryMarshal.Read<ulong>(utf8[^sizeof(ulong)..]);
        return (int)((mixed * 0x9E3779B97F4A7C15) >> 58);
    }
}
