using JourneyApps.Emulator.Attachments;

namespace JourneyApps.Emulator.Browser;

/// <summary>The labelled inputs of a form, one for each field and relationship.</summary>
internal sealed class FieldInputs(DatabaseSession session, MediaUrls media)
{
    public static Html Label(Member member, Html input) => Html.Of($"""
        <label for="{member.Key}">{(member.Field?.Label is { Length: > 0 } label ? label : member.Name)}</label>{input}
        """);

    /// <summary>The input of a member; <paramref name="inputs"/> is <see langword="null"/> for a new object.</summary>
    public static Html Input(FieldInputs? inputs, ServedModel model, Member member, JsonElement values)
    {
        bool hasValue = member.TryRead(values, out JsonElement value);
        string text = !hasValue ? string.Empty : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        string name = $"{model.Name}[{member.Key}]";
        if (member.Link is { } link)
        {
            Html open = hasValue ? Html.Of($" <a href=\"/models/{link.Model}/{text}\">open</a>") : Html.Empty;
            return Html.Of($"<span><input id=\"{member.Key}\" name=\"{name}\" value=\"{text}\">{open}</span>");
        }

        FieldTypeInfo type = member.Info!;
        if (type.IsMultiple) return Checkboxes(member, name, hasValue ? [.. value.EnumerateArray().Select(JsonText.OfKey)] : []);
        if (type.HasOptions) return Select(member, name, hasValue ? JsonText.OfKey(value) : string.Empty);
        if (type.IsFile && inputs is not null && hasValue) return inputs.File(member, text);
        if (type.IsFile) return Html.Of($"<span id=\"{member.Key}\" class=\"hint\">no file</span>");
        if (!IsEditable(member)) return Html.Of($"<code id=\"{member.Key}\">{(hasValue ? text : "none")}</code>");
        if (member.IsText && (member.Field!.Subtype == "paragraph" || text.Contains('\n', StringComparison.Ordinal)))
        {
            return Html.Of($"<textarea id=\"{member.Key}\" name=\"{name}\" rows=\"4\">\n{text}</textarea>");
        }

        return type.Form == FieldForm.Date
            ? Html.Of($"<input id=\"{member.Key}\" name=\"{name}\" type=\"date\" value=\"{text}\">")
            : Html.Of($"<input id=\"{member.Key}\" name=\"{name}\" value=\"{text}\">");
    }

    /// <summary>Whether a form can change the member. Files, locations and tracks are only shown.</summary>
    public static bool IsEditable(Member member) => member.Info is not { Form: FieldForm.File or FieldForm.Location or FieldForm.Any };

    private static Html Select(Member member, string name, string selected)
    {
        // A key that the schema no longer has stays selected, so that saving another field does not lose it.
        bool isUnknown = selected.Length > 0 && member.FindOption(selected) is null;
        IEnumerable<FieldOption> known = member.Field!.Options;
        var options = Html.Join(known.Select(option => Option(option.Key ?? string.Empty, option.Label, selected)));
        Html unknown = isUnknown ? Option(selected, selected, selected) : Html.Empty;
        return Html.Of($"<select id=\"{member.Key}\" name=\"{name}\"><option value=\"\"></option>{options}{unknown}</select>");
    }

    private static Html Option(string key, string label, string selected) => key == selected
        ? Html.Of($"<option value=\"{key}\" selected>{label}</option>")
        : Html.Of($"<option value=\"{key}\">{label}</option>");

    private static Html Checkboxes(Member member, string name, HashSet<string> selected)
    {
        IEnumerable<FieldOption> options = member.Field!.Options;
        var boxes = Html.Join(options.Select(option => Checkbox(option, name, selected.Contains(option.Key ?? string.Empty))));
        return Html.Of($"<fieldset id=\"{member.Key}\">{boxes}</fieldset>");
    }

    private static Html Checkbox(FieldOption option, string name, bool isChecked)
    {
        Html mark = new(isChecked ? " checked" : string.Empty);
        return Html.Of($"<label><input type=\"checkbox\" name=\"{name}[]\" value=\"{option.Key}\"{mark}> {option.Label}</label> ");
    }

    private Html File(Member member, string id)
    {
        StoredAttachment? attachment = AttachmentTable.Find(session, id);
        if (attachment?.State != StoredAttachment.Uploaded)
        {
            return Html.Of($"<span id=\"{member.Key}\">{attachment?.State ?? StoredAttachment.Pending}</span>");
        }

        // Without the host: the page may be open under another name of this machine.
        string url = new Uri(media.Of(attachment, "original")).PathAndQuery;
        bool isPicture = attachment.MediaType is "image/png" or "image/jpeg" or "image/gif";
        Html content = isPicture ? Html.Of($"<img src=\"{url}\" alt=\"{attachment.FileName}\">") : Html.Of($"{attachment.FileName}");
        return Html.Of($"<span id=\"{member.Key}\"><a href=\"{url}\">{content}</a> {attachment.Size} bytes</span>");
    }
}
