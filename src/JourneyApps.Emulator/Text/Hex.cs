namespace JourneyApps.Emulator.Text;

/// <summary>Bytes as lower-case hexadecimal text.</summary>
internal static class Hex
{
    public static string Lower(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
