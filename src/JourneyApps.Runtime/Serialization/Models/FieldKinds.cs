using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>The schema's words for the types.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<string, FieldKind> ByWord = new(StringComparer.Ordinal)
    {
        ["text"] = FieldKind.Text,
        ["integer"] = FieldKind.Integer,
        ["number"] = FieldKind.Number,
        ["date"] = FieldKind.Date,
        ["datetime"] = FieldKind.DateTime,
        ["boolean"] = FieldKind.Boolean,
        ["single-choice"] = FieldKind.SingleChoice,
        ["single-choice-integer"] = FieldKind.SingleChoiceInteger,
        ["multiple-choice"] = FieldKind.MultipleChoice,
        ["multiple-choice-integer"] = FieldKind.MultipleChoiceInteger,
        ["location"] = FieldKind.Location,
        ["photo"] = FieldKind.Photo,
        ["signature"] = FieldKind.Signature,
        ["attachment"] = FieldKind.Attachment,
        ["track"] = FieldKind.Track,
        ["belongs-to"] = FieldKind.BelongsTo,
    };

    public static FieldKind Parse(string word) =>
        ByWord.TryGetValue(word, out FieldKind kind) ? kind : throw new ArgumentException($"'{word}' is no field type.", nameof(word));

    public static string Word(FieldKind kind) => ByWord.First(pair => pair.Value == kind).Key;

    public static bool IsAttachment(FieldKind kind) => kind is FieldKind.Photo or FieldKind.Signature or FieldKind.Attachment;
}
