namespace JourneyApps.Emulator.Fields;

/// <summary>Ids: UUIDs in lower case (update-a-single-object page).</summary>
internal static class ObjectId
{
    public static string New() => Guid.NewGuid().ToString("D");

    public static bool IsValid(string text, Assumptions assumptions) => assumptions.IdsMustBeUuids
        ? Guid.TryParseExact(text, "D", out Guid id) && id.ToString("D") == text
        : text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>The id in a request's value.</summary>
    public static string Read(JsonElement value, Member member, InputContext context)
        => JsonText.Of(value) is { } text && IsValid(text, context.Assumptions) ? text : throw member.Expected("a lower-case UUID");
}
