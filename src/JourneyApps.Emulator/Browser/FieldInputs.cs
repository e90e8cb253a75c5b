using System.Text.Json;
using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Display;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Browser;

/// <summary>The inputs of a form, one for each field and relationship, under its label.</summary>
internal sealed class FieldInputs(DatabaseSession session, MediaUrls media)
{
    public static Html Label(Member member, Html input) => Html.Of($"""
        <label for="{member.Key}">{(member.Field?.Label is { Length: > 0 } label ? label : member.Name)}</label>{input}
        """);

    /// <summary>The input of a member; without <paramref name="inputs"/> for an object that is not there yet.</summary>
    public static Html Input(FieldInputs? inputs, ServedModel model, Member member, JsonElement values)
    {
        bool hasValue = member.TryRead(values, out JsonElement value);
        string text = !hasValue ? string.Empty : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        string name = $"{model.Name}[{member.Key}]";
        return member.Kind switch
        {
            MemberKind.Boolean or MemberKind.Choice or MemberKind.IntegerChoice => Select(member, name, hasValue ? ChoiceLabels.KeyOf(value) : string.Empty),
            MemberKind.Choices or MemberKind.IntegerChoices => Checkboxes(member, name, hasValue ? [.. value.EnumerateArray().Select(ChoiceLabels.KeyOf)] : []),
            MemberKind.Attachment => inputs is null || !hasValue ? Html.Of($"<span id=\"{member.Key}\" class=\"hint\">no file</span>") : inputs.File(member, text),
            MemberKind.Location or MemberKind.Track => Html.Of($"<code id=\"{member.Key}\">{(hasValue ? text : "none")}</code>"),
            MemberKind.Text when member.Field!.Subtype == "paragraph" || text.Contains('\n', StringComparison.Ordinal) =>
                Html.Of($"<textarea id=\"{member.Key}\" name=\"{name}\" rows=\"4\">\n{text}</textarea>"),
            MemberKind.Date => Html.Of($"<input id=\"{member.Key}\" name=\"{name}\" type=\"date\" value=\"{text}\">"),
            MemberKind.Link => Html.Of($"<span><input id=\"{member.Key}\" name=\"{name}\" value=\"{text}\">{(hasValue ? Html.Of($" <a href=\"/models/{member.Link!.Model}/{text}\">open</a>") : Html.Empty)}</span>"),
            _ => Html.Of($"<input id=\"{member.Key}\" name=\"{name}\" value=\"{text}\">"),
        };
    }

    private static Html Select(Member member, string name, string selected)
    {
        // A key that left the schema stays selected, so that saving something else does not lose it.
        bool isUnknown = selected.Length > 0 && member.FindOption(selected) is null;
        Html options = Html.Join([.. Enumerable.Select<FieldOption, Html>(member.Field!.Options, option => Option(option.Key ?? string.Empty, option.Label, selected))]);
        return Html.Of($"<select id=\"{member.Key}\" name=\"{name}\"><option value=\"\"></option>{options}{(isUnknown ? Option(selected, selected, selected) : Html.Empty)}</select>");
    }

    private static Html Option(string key, string label, string selected) => key == selected
        ? Html.Of($"<option value=\"{key}\" selected>{label}</option>")
        : Html.Of($"<option value=\"{key}\">{label}</option>");

    private static Html Checkboxes(Member member, string name, HashSet<string> selected)
    {
        IEnumerable<FieldOption> options = member.Field!.Options;
        Html boxes = Html.Join(options.Select(option => Html.Of(
            $"<label><input type=\"checkbox\" name=\"{name}[]\" value=\"{option.Key}\"{(selected.Contains(option.Key ?? string.Empty) ? new Html(" checked") : Html.Empty)}> {option.Label}</label> ")));
        return Html.Of($"<fieldset id=\"{member.Key}\">{boxes}</fieldset>");
    }

    private Html File(Member member, string id)
    {
        StoredAttachment? attachment = AttachmentTable.Find(session, id);
        if (attachment?.State != StoredAttachment.Uploaded) return Html.Of($"<span id=\"{member.Key}\">{attachment?.State ?? StoredAttachment.Pending}</span>");

        // A path without the host: the page may be open under another of this machine's names.
        string url = new Uri(media.Of(attachment, "original")).PathAndQuery;
        bool isPicture = attachment.MediaType is "image/png" or "image/jpeg" or "image/gif";
        Html content = isPicture ? Html.Of($"<img src=\"{url}\" alt=\"{attachment.FileName}\">") : Html.Of($"{attachment.FileName}");
        return Html.Of($"<span id=\"{member.Key}\"><a href=\"{url}\">{content}</a> {attachment.Size} bytes</span>");
    }
}
