using System.Text;
using System.Text.Json;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Models;

/// <summary>A value of a model's objects: a field or a belongs-to.</summary>
internal sealed class Member
{
    private readonly Dictionary<string, FieldOption> _options = new(StringComparer.Ordinal);

    private Member(string name, string key, MemberKind kind, Field? field, BelongsTo? link)
    {
        Name = name;
        Key = key;
        KeyUtf8 = Encoding.UTF8.GetBytes(key);
        EncodedKey = JsonEncodedText.Encode(key);
        EncodedName = JsonEncodedText.Encode(name);
        Kind = kind;
        Field = field;
        Link = link;
        foreach (FieldOption option in field?.Options ?? default)
        {
            if (option.Key is not null) _options.TryAdd(option.Key, option);
        }
    }

    /// <summary>The name of the field or relationship.</summary>
    public string Name { get; }

    /// <summary>The key under which the value is stored: the name, with <c>_id</c> for attachments and links.</summary>
    public string Key { get; }

    /// <summary><see cref="Key"/> in UTF-8.</summary>
    public byte[] KeyUtf8 { get; }

    /// <summary><see cref="Key"/> as JSON.</summary>
    public JsonEncodedText EncodedKey { get; }

    /// <summary><see cref="Name"/> as JSON.</summary>
    public JsonEncodedText EncodedName { get; }

    /// <summary>What it holds.</summary>
    public MemberKind Kind { get; }

    /// <summary>The field; <see langword="null"/> for a belongs-to.</summary>
    public Field? Field { get; }

    /// <summary>The belongs-to; <see langword="null"/> for a field.</summary>
    public BelongsTo? Link { get; }

    /// <summary>
    /// Takes the value out of a stored object. One that was stored while the field had another type counts as none: the change log keeps
    /// such values.
    /// </summary>
    public bool TryRead(JsonElement document, out JsonElement value) =>
        document.TryGetProperty(KeyUtf8, out value) && StoredForm.Fits(Kind, value);

    /// <summary>The option of a key, or <see langword="null"/>.</summary>
    public FieldOption? FindOption(string key) => _options.GetValueOrDefault(key);

    /// <summary>The member of a belongs-to.</summary>
    public static Member Of(BelongsTo link) => new(link.Name, link.Name + "_id", MemberKind.Link, null, link);

    /// <summary>The member of a field, or <see langword="null"/> for a type that is not known.</summary>
    public static Member? Of(Field field) =>
        KindOf(field.Type) is not { } kind ? null
        : new(field.Name, kind == MemberKind.Attachment ? field.Name + "_id" : field.Name, kind, field, null);

    private static MemberKind? KindOf(FieldType type) => type switch
    {
        FieldType.Text => MemberKind.Text,
        FieldType.Integer => MemberKind.Integer,
        FieldType.Number => MemberKind.Number,
        FieldType.Date => MemberKind.Date,
        FieldType.DateTime => MemberKind.DateTime,
        FieldType.Boolean => MemberKind.Boolean,
        FieldType.SingleChoice => MemberKind.Choice,
        FieldType.SingleChoiceInteger => MemberKind.IntegerChoice,
        FieldType.MultipleChoice => MemberKind.Choices,
        FieldType.MultipleChoiceInteger => MemberKind.IntegerChoices,
        FieldType.Location => MemberKind.Location,
        FieldType.Photo or FieldType.Signature or FieldType.Attachment => MemberKind.Attachment,
        FieldType.Track => MemberKind.Track,
        _ => null,
    };
}
