namespace JourneyApps.Schema.Json;

/// <summary>A JSON value with its position.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text of a string, number or boolean; empty for other kinds.</param>
/// <param name="Span">Its range; of a string without its quotes.</param>
/// <param name="Members">The members of an object; empty for other kinds.</param>
/// <param name="Items">The items of an array; empty for other kinds.</param>
internal sealed record JsonValue(JsonKind Kind, string Text, TextSpan Span, List<JsonMember> Members, List<JsonValue> Items)
{
    private static readonly List<JsonMember> NoMembers = [];
    private static readonly List<JsonValue> NoItems = [];

    public static JsonValue Scalar(JsonKind kind, string text, TextSpan span) => new(kind, text, span, NoMembers, NoItems);

    public static JsonValue Object(List<JsonMember> members, TextSpan span) => new(JsonKind.Object, "", span, members, NoItems);

    public static JsonValue Array(List<JsonValue> items, TextSpan span) => new(JsonKind.Array, "", span, NoMembers, items);

    /// <summary>The member of a name; null if it is missing or JSON null. Of several with one name the last counts, as in
    /// JavaScript.</summary>
    public JsonValue? Find(string name)
    {
        for (int i = Members.Count - 1; i >= 0; i--)
        {
            if (Members[i].Name == name) return Members[i].Value.Kind == JsonKind.Null ? null : Members[i].Value;
        }

        return null;
    }

    /// <summary>The text of a member that is a string; <see langword="null"/> if it is missing or not a string.</summary>
    public string? StringOf(string name) => Find(name) is { Kind: JsonKind.String } found ? found.Text : null;
}
