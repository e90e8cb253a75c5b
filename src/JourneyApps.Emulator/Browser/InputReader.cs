using JourneyApps.Emulator.Browser.Views;

namespace JourneyApps.Emulator.Browser;

/// <summary>Makes the inputs of a form.</summary>
internal sealed class InputReader(ValueReader values)
{
    /// <summary>The input of a member.</summary>
    /// <param name="model">The model.</param>
    /// <param name="member">The member.</param>
    /// <param name="stored">The stored values.</param>
    /// <param name="given">The values of a form that was refused; undefined if there are none.</param>
    public FieldView Of(ServedModel model, Member member, JsonElement stored, JsonElement given)
        => new(member.Key, $"{model.Name}[{member.Key}]", Labels.Of(member), Hint(member), Input(member, stored, given));

    /// <summary>Whether a form can change the member. Files and tracks are only shown.</summary>
    public static bool IsEditable(Member member) => member.Info is not { Form: FieldForm.File or FieldForm.Any };

    /// <summary>The options of a choice.</summary>
    public static IReadOnlyList<OptionView> Options(Member member, IReadOnlyCollection<string> selected)
    {
        List<OptionView> options = [];
        foreach (FieldOption option in member.Field!.Options)
        {
            if (option.Key is not { } key) continue;
            options.Add(new OptionView(key, option.Label.Length > 0 ? option.Label : key, selected.Contains(key)));
        }

        // A key that the schema no longer has stays selected, so that saving another field does not lose it.
        IEnumerable<string> unknown = selected.Where(key => key.Length > 0 && member.FindOption(key) is null);
        options.AddRange(unknown.Select(key => new OptionView(key, key, true)));
        return options;
    }

    /// <summary>A moment as the input of a browser takes it, in UTC.</summary>
    public static string LocalTime(string moment) => moment.TrimEnd('Z');

    private InputView Input(Member member, JsonElement stored, JsonElement given)
    {
        bool hasValue = member.TryRead(stored, out JsonElement value);
        JsonElement entered = default;
        bool isGiven = given.ValueKind == JsonValueKind.Object && given.TryGetProperty(member.Key, out entered);
        if (!IsEditable(member)) return new InputView.Fixed(values.Of(member, stored));

        FieldForm? form = member.Info?.Form;
        if (form == FieldForm.Location) return Place(isGiven ? entered : value);
        if (member.Info is { IsMultiple: true })
        {
            JsonElement keys = given.ValueKind == JsonValueKind.Object ? entered : value;
            return new InputView.Checks(
                Options(member, keys.ValueKind == JsonValueKind.Array ? [.. keys.EnumerateArray().Select(JsonText.OfKey)] : []));
        }

        string text = isGiven ? JsonText.Of(entered) ?? string.Empty : hasValue ? JsonText.OfKey(value) : string.Empty;
        if (member.Link is { } link)
        {
            return new InputView.Related(text, link.Model, text.Length > 0 ? values.Link(member, text) : null);
        }

        if (member.Info is { HasOptions: true }) return new InputView.Choice(Options(member, [text]));
        if (member.IsText && (member.Field!.Subtype == "paragraph" || text.Contains('\n', StringComparison.Ordinal)))
        {
            return new InputView.LongText(text);
        }

        return form == FieldForm.DateTime
            ? new InputView.Line(LocalTime(text), "datetime-local", null)
            : new InputView.Line(text, form == FieldForm.Date ? "date" : "text", Keyboard(form));
    }

    private static InputView.Place Place(JsonElement location)
    {
        if (location.ValueKind != JsonValueKind.Object) return new(string.Empty, string.Empty, null);
        string accuracy = ValueReader.Part(location, "horizontal_accuracy");
        string? time = JsonText.Of(location, "timestamp");
        string recorded = time is null ? string.Empty : $"recorded {time}";
        string[] details = [accuracy.Length > 0 ? $"accurate to {accuracy} m" : string.Empty, recorded];
        string known = string.Join(", ", details.Where(detail => detail.Length > 0));
        return new(Coordinate(location, "latitude"), Coordinate(location, "longitude"), known.Length > 0 ? known : null);
    }

    // A form sends text, the store holds numbers.
    private static string Coordinate(JsonElement location, string name)
        => JsonText.Of(location, name) ?? ValueReader.Part(location, name);

    private static string? Keyboard(FieldForm? form) => form switch
    {
        FieldForm.Integer => "numeric",
        FieldForm.Number => "decimal",
        _ => null,
    };

    private static string? Hint(Member member) => member.Info?.Form switch
    {
        FieldForm.DateTime => "In UTC",
        FieldForm.Integer when member.Info is { HasOptions: false } => "A whole number",
        FieldForm.Number => "A number",
        _ => null,
    };
}
