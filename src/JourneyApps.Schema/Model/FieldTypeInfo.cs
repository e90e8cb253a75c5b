namespace JourneyApps.Schema;

/// <summary>What is known about a <see cref="FieldType"/>: its names in a schema, the form of its values and what fields of the type can be
/// used for.</summary>
/// <remarks>This table is the only place for facts about field types that more than one component needs. What a single component does with
/// a type, such as the C# type that the generator writes, is a table of that component with one row for each
/// <see cref="FieldType"/>.</remarks>
/// <example>
/// <code>
/// foreach (Field field in model.Fields)
/// {
///     if (FieldTypeInfo.Of(field.Type).IsFile) Console.WriteLine($"{field.Name} holds a file");
/// }
/// </code>
/// </example>
public sealed record FieldTypeInfo
{
    private const FieldOperators Comparable =
        FieldOperators.Presence | FieldOperators.Equality | FieldOperators.Membership | FieldOperators.Order;

    // In the order of the enum: a type's row is found by its number.
    private static readonly FieldTypeInfo[] Table = InOrder(
    [
        new(FieldType.Unknown, "unknown", FieldForm.Any) { IsIndexable = true },
        new(FieldType.Text, "text", FieldForm.Text)
        {
            Version2Word = "string", HasSubtype = true, IsIndexable = true, IsSortable = true,
            Operators = Comparable | FieldOperators.Text,
        },
        new(FieldType.Integer, "integer", FieldForm.Integer)
        {
            Version2Word = "int", IsIndexable = true, IsSortable = true, Operators = Comparable,
        },
        new(FieldType.Number, "number", FieldForm.Number)
        {
            Version2Word = "decimal", IsIndexable = true, IsSortable = true, Operators = Comparable,
        },
        new(FieldType.Date, "date", FieldForm.Date)
        {
            Version2Word = "date", IsIndexable = true, IsSortable = true, Operators = Comparable,
        },
        new(FieldType.DateTime, "datetime", FieldForm.DateTime)
        {
            Version2Word = "datetime", IsIndexable = true, IsSortable = true, Operators = Comparable,
        },
        new(FieldType.Boolean, "boolean", FieldForm.Boolean)
        {
            HasOptions = true, IsIndexable = true, IsSortable = true, Operators = FieldOperators.Presence | FieldOperators.Equality,
        },
        new(FieldType.SingleChoice, "single-choice", FieldForm.Text)
        {
            IsChoice = true, HasOptions = true, IsIndexable = true, IsSortable = true,
            Operators = FieldOperators.Presence | FieldOperators.Equality | FieldOperators.Membership,
        },
        new(FieldType.SingleChoiceInteger, "single-choice-integer", FieldForm.Integer)
        {
            Version2Word = "enum", IsChoice = true, HasOptions = true, IsIndexable = true, IsSortable = true, Operators = Comparable,
        },
        new(FieldType.MultipleChoice, "multiple-choice", FieldForm.Text)
        {
            IsChoice = true, IsMultiple = true, HasOptions = true, Operators = FieldOperators.Presence | FieldOperators.List,
        },
        new(FieldType.MultipleChoiceInteger, "multiple-choice-integer", FieldForm.Integer)
        {
            Version2Word = "enum_set", IsChoice = true, IsMultiple = true, HasOptions = true,
            Operators = FieldOperators.Presence | FieldOperators.List,
        },
        new(FieldType.Location, "location", FieldForm.Location)
        {
            Version2Word = "location", IsIndexable = true, Operators = FieldOperators.Presence,
        },
        new(FieldType.Photo, "photo", FieldForm.File)
        {
            MediaType = "image/jpeg", FileVariants = ["thumbnail", "fullscreen", "original"], Operators = FieldOperators.Presence,
        },
        new(FieldType.Signature, "signature", FieldForm.File)
        {
            MediaType = "image/svg+xml", FileVariants = ["thumbnail", "fullscreen", "original", "svg"],
            Operators = FieldOperators.Presence,
        },
        new(FieldType.Attachment, "attachment", FieldForm.File)
        {
            Version2Word = "attachment", HasMedia = true, FileVariants = ["original"], Operators = FieldOperators.Presence,
        },
        new(FieldType.Track, "track", FieldForm.Any) { IsIndexable = true, Operators = FieldOperators.Presence },
    ]);

    private FieldTypeInfo(FieldType type, string word, FieldForm form) => (Type, Word, Form) = (type, word, form);

    /// <summary>All types in the order of <see cref="FieldType"/>, <see cref="FieldType.Unknown"/> first.</summary>
    public static IReadOnlyList<FieldTypeInfo> All { get; } = Array.AsReadOnly(Table);

    /// <summary>The type.</summary>
    public FieldType Type { get; }

    /// <summary>The name of the type in schemas since version 3 and in <c>datamodel.json</c>, without a subtype; <c>unknown</c> for
    /// <see cref="FieldType.Unknown"/>, which no schema uses.</summary>
    public string Word { get; }

    /// <summary>The name of the type in schemas of version 2; <see langword="null"/> if version 2 does not have it.</summary>
    public string? Version2Word { get; private init; }

    /// <summary>The form of a value in JSON; for choices the form of a key.</summary>
    public FieldForm Form { get; }

    /// <summary>Whether the value is the key of one of the field's options, or a list of such keys.</summary>
    public bool IsChoice { get; private init; }

    /// <summary>Whether the value is a list of keys.</summary>
    public bool IsMultiple { get; private init; }

    /// <summary>Whether the field has options: choices, and booleans for the labels of true and false.</summary>
    public bool HasOptions { get; private init; }

    /// <summary>Whether the field is a choice with integer keys.</summary>
    public bool HasIntegerKeys => IsChoice && Form == FieldForm.Integer;

    /// <summary>Whether the value is a file.</summary>
    public bool IsFile => Form == FieldForm.File;

    /// <summary>Whether a subtype can follow the type's name, as in <c>text:email</c>.</summary>
    public bool HasSubtype { get; private init; }

    /// <summary>Whether the field declares the media type of its files.</summary>
    public bool HasMedia { get; private init; }

    /// <summary>The media type of the files; <see langword="null"/> if the type does not fix it, or is not a file.</summary>
    public string? MediaType { get; private init; }

    /// <summary>The names under which the API serves URLs of an uploaded file; empty if the type is not a file.</summary>
    public IReadOnlyList<string> FileVariants { get; private init; } = [];

    /// <summary>Whether an index of the schema can have the field as a key.</summary>
    public bool IsIndexable { get; private init; }

    /// <summary>Whether lists can be sorted by the field.</summary>
    public bool IsSortable { get; private init; }

    /// <summary>The comparisons that queries offer.</summary>
    public FieldOperators Operators { get; private init; }

    /// <summary>What is known about a type.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is not a value of the enum.</exception>
    public static FieldTypeInfo Of(FieldType type)
        => (uint)type < (uint)Table.Length ? Table[(int)type] : throw new ArgumentOutOfRangeException(nameof(type));

    /// <summary>The type of a name as schemas since version 3 and <c>datamodel.json</c> write it; <see langword="null"/> for another
    /// text.</summary>
    /// <param name="word">The name, without a subtype. It is case-sensitive.</param>
    public static FieldTypeInfo? Find(ReadOnlySpan<char> word)
    {
        for (int i = 1; i < Table.Length; i++)
        {
            if (word.SequenceEqual(Table[i].Word.AsSpan())) return Table[i];
        }

        return null;
    }

    /// <summary>The type of a name in schemas of version 2.</summary>
    internal static FieldTypeInfo? FindVersion2(ReadOnlySpan<char> word)
    {
        for (int i = 1; i < Table.Length; i++)
        {
            if (Table[i].Version2Word is { } known && word.SequenceEqual(known.AsSpan())) return Table[i];
        }

        return null;
    }

    /// <summary>The rows, if each is in the place of its type.</summary>
    /// <exception cref="InvalidOperationException">A row is in the place of another type.</exception>
    internal static FieldTypeInfo[] InOrder(FieldTypeInfo[] rows)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if ((int)rows[i].Type == i) continue;
            throw new InvalidOperationException(
                $"The table of field types has '{rows[i].Type}' in the place of '{(FieldType)i}'. "
                    + "Write its rows in the order of FieldType.");
        }

        return rows;
    }
}
