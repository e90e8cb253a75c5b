using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>The schema's own words for what a field holds.</summary>
internal static class TypeWord
{
    /// <summary>The type with its subtype or media type, as the schema would write it.</summary>
    public static string Of(Field field)
        => field.Subtype is { Length: > 0 } subtype ? $"{FieldTypeInfo.Of(field.Type).Word}:{subtype}"
        : field.Media is { Length: > 0 } media ? $"{FieldTypeInfo.Of(field.Type).Word} ({media})"
        : FieldTypeInfo.Of(field.Type).Word;
}
