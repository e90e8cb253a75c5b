namespace JourneyApps.Tool.Schemas;

/// <summary>Formats field types as schemas write them.</summary>
internal static class TypeWord
{
    /// <summary>The type with its subtype or media type.</summary>
    public static string Of(Field field)
        => field.Subtype is { Length: > 0 } subtype ? $"{FieldTypeInfo.Of(field.Type).Word}:{subtype}"
        : field.Media is { Length: > 0 } media ? $"{FieldTypeInfo.Of(field.Type).Word} ({media})"
        : FieldTypeInfo.Of(field.Type).Word;
}
