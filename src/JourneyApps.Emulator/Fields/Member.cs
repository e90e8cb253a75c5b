using System.Text;

namespace JourneyApps.Emulator.Fields;

/// <summary>A value of a model's objects: a field or a belongs-to.</summary>
internal sealed class Member
{
    /// <summary>What the client shows for a key that the schema does not have.</summary>
    public const string InvalidLabel = "< invalid value >";

    private readonly Dictionary<string, FieldOption> _options = new(StringComparer.Ordinal);

    private Member(string name, string key, FieldCodec codec, Field? field, BelongsTo? link)
    {
        Name = name;
        Key = key;
        KeyUtf8 = Encoding.UTF8.GetBytes(key);
        EncodedKey = JsonEncodedText.Encode(key);
        EncodedName = JsonEncodedText.Encode(name);
        Codec = codec;
        Field = field;
        Link = link;
        Info = field is null ? null : FieldTypeInfo.Of(field.Type);
        foreach (FieldOption option in field?.Options ?? [])
        {
            if (option.Key is not null) _options.TryAdd(option.Key, option);
        }
    }

    /// <summary>The name of the field or relationship.</summary>
    public string Name { get; }

    /// <summary>The key under which the value is stored: the name, followed by <c>_id</c> for files and links.</summary>
    public string Key { get; }

    /// <summary><see cref="Key"/> in UTF-8.</summary>
    public byte[] KeyUtf8 { get; }

    /// <summary><see cref="Key"/> as JSON.</summary>
    public JsonEncodedText EncodedKey { get; }

    /// <summary><see cref="Name"/> as JSON.</summary>
    public JsonEncodedText EncodedName { get; }

    /// <summary>Reads, stores, shows and compares the values.</summary>
    public FieldCodec Codec { get; }

    /// <summary>The field; <see langword="null"/> for a belongs-to.</summary>
    public Field? Field { get; }

    /// <summary>What is known about the field's type; <see langword="null"/> for a belongs-to.</summary>
    public FieldTypeInfo? Info { get; }

    /// <summary>The belongs-to; <see langword="null"/> for a field.</summary>
    public BelongsTo? Link { get; }

    /// <summary>Whether the value is a file.</summary>
    public bool IsFile => Info is { IsFile: true };

    /// <summary>Whether the value is text that people write.</summary>
    public bool IsText => Field is { Type: FieldType.Text };

    /// <summary>The SQL expression of the value. SQLite uses an index only if a query has the same text.</summary>
    public string Column => $"json_extract(json, '$.\"{Key}\"')";

    /// <summary>The member of a belongs-to.</summary>
    public static Member Of(BelongsTo link) => new(link.Name, link.Name + "_id", FieldCodec.Link, null, link);

    /// <summary>The member of a field; <see langword="null"/> if its type is unknown.</summary>
    public static Member? Of(Field field)
    {
        if (FieldCodec.Of(field.Type) is not { } codec) return null;
        return new(field.Name, FieldTypeInfo.Of(field.Type).IsFile ? field.Name + "_id" : field.Name, codec, field, null);
    }

    /// <summary>Takes the value out of a stored object. One of another type, stored before the schema changed, is ignored.</summary>
    public bool TryRead(JsonElement document, out JsonElement value) => document.TryGetProperty(KeyUtf8, out value) && Codec.Fits(value);

    /// <summary>The option with a key; <see langword="null"/> if there is none.</summary>
    public FieldOption? FindOption(string key) => _options.GetValueOrDefault(key);

    /// <summary>The label of a stored key; <see langword="null"/> if the option was removed.</summary>
    public string? LabelOf(JsonElement key) => FindOption(JsonText.OfKey(key))?.Label;

    /// <summary>Writes a stored key in the read format with the label of its option, or null if the option was removed.</summary>
    public void WriteOption(Utf8JsonWriter writer, JsonElement key)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("key"u8);
        key.WriteTo(writer);
        writer.WriteString("display"u8, LabelOf(key));
        writer.WriteEndObject();
    }

    /// <summary>The error for a value that is not of the member's type.</summary>
    public ApiException Expected(string expected) => ApiException.InvalidValue($"Invalid value for field '{Key}': {expected} expected.");
}
