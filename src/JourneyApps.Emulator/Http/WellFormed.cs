using System.Text;

namespace JourneyApps.Emulator.Http;

/// <summary>Text that JSON can carry.</summary>
internal static class WellFormed
{
    /// <summary>Replaces halves of surrogate pairs, which come from hostile URLs and bodies and which no encoder takes.</summary>
    public static string Text(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i])) return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}
