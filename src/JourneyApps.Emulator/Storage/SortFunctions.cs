using System.Text;
using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Storage;

/// <summary>SQL functions by which text sorts as in JavaScript: by UTF-16 code units. SQLite compares UTF-8, and ignores case in ASCII
/// only.</summary>
internal static class SortFunctions
{
    /// <summary>Orders text without regard to case.</summary>
    public const string Text = "text_order";

    /// <summary>Orders JSON arrays by their items, joined with commas.</summary>
    public const string List = "list_order";

    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string?, byte[]?>(
            Text, static text => text is null ? null : KeyOf(JavaScriptText.ToLower(text)), isDeterministic: true);
        connection.CreateFunction<string?, byte[]?>(List, static json => json is null ? null : KeyOf(Joined(json)), isDeterministic: true);
    }

    // SQLite compares blobs byte by byte. The first byte is there because the library turns an empty blob into null.
    private static byte[] KeyOf(string text)
    {
        byte[] key = new byte[1 + (text.Length * sizeof(char))];
        Encoding.BigEndianUnicode.GetBytes(text, key.AsSpan(1));
        return key;
    }

    private static string Joined(string json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join(',', document.RootElement.EnumerateArray().Select(JsonText.OfKey));
    }
}
