namespace JourneyApps.Generator.Emission;

/// <summary>The C# of one field type. For choices, the enum and a closing <c>&gt;</c> are added to each type.</summary>
internal sealed record FieldCode(string ValueType, string ReadMethod, string TokenType, string Remark = ".")
{
    private static readonly FieldCode[] Table = [.. FieldTypeInfo.All.Select(static info => Row(info.Type))];

    /// <summary>The C# of a field type.</summary>
    public static FieldCode Of(FieldType type) => Table[(int)type];

    /// <summary>Writes the type of a field's property.</summary>
    public static void WritePropertyType(CodeWriter writer, FieldSpec field)
    {
        writer.Write(Of(field.Type).ValueType);
        if (field.Enum is { } choice) writer.Part(choice, ">");
        writer.Write('?');
    }

    /// <summary>Writes the type of a field's token.</summary>
    public static void WriteTokenType(CodeWriter writer, FieldSpec field)
    {
        writer.Part("_j.", Of(field.Type).TokenType);
        if (field.Enum is { } choice) writer.Part(choice, ">");
    }

    /// <summary>Writes the call that reads a field.</summary>
    public static void WriteReadCall(CodeWriter writer, FieldSpec field)
    {
        writer.Part("r.", Of(field.Type).ReadMethod);
        if (field.Enum is { } choice) writer.Part("<", choice, ">");
        // A file has two members in JSON, "photo" and "photo_id"; the second one completes the value of the first.
        if (FieldTypeInfo.Of(field.Type).IsFile) writer.Part("(_", field.Property, ")");
        else writer.Write("()");
    }

    private static FieldCode Row(FieldType type) => type switch
    {
        // Fields of an unknown type are not generated.
        FieldType.Unknown => new("", "", ""),
        FieldType.Text => new("string", "Text", "TextField"),
        FieldType.Integer => new("int", "Integer", "ComparableField<int>"),
        FieldType.Number => new("double", "Number", "ComparableField<double>"),
        FieldType.Date => new("_s.DateOnly", "Date", "ComparableField<_s.DateOnly>"),
        FieldType.DateTime => new("_s.DateTimeOffset", "DateTime", "ComparableField<_s.DateTimeOffset>", ", UTC, whole seconds."),
        FieldType.Boolean => new("bool", "Boolean", "BooleanField"),
        FieldType.SingleChoice => new("_j.Choice<", "Choice", "ChoiceField<"),
        FieldType.SingleChoiceInteger => new("_j.Choice<", "Choice", "IntegerChoiceField<"),
        FieldType.MultipleChoice or FieldType.MultipleChoiceInteger => new("_j.ChoiceSet<", "ChoiceSet", "ChoiceSetField<"),
        FieldType.Location => new("_j.Location", "Location", "PresenceField", ": degrees, metres."),
        FieldType.Photo => new("_j.Photo", "Photo", "FileField<_j.Photo>"),
        FieldType.Signature => new("_j.Signature", "Signature", "FileField<_j.Signature>"),
        FieldType.Attachment => new("_j.Attachment", "Attachment", "FileField<_j.Attachment>"),
        FieldType.Track => new("_j.Track", "Track", "PresenceField"),
    };
}
