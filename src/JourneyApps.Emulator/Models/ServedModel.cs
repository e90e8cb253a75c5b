namespace JourneyApps.Emulator.Models;

/// <summary>A served model, prepared for requests.</summary>
internal sealed class ServedModel
{
    private static readonly HashSet<string> Metadata = new(StringComparer.Ordinal) { "id", "type", "updated_at", "display" };

    private readonly Dictionary<string, Member> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Member> _byName = new(StringComparer.Ordinal);

    public ServedModel(Model declared, int table)
    {
        Declared = declared;
        Table = table;
        EncodedName = JsonEncodedText.Encode(declared.Name);

        // If a field and a relationship share a key, the field is used, as in the platform's object model.
        foreach (Field field in declared.Fields) Add(Member.Of(field));
        foreach (BelongsTo link in declared.BelongsTo) Add(Member.Of(link));
        Members = [.. _byKey.Values];
        Display = [.. DisplayFormat.Parse(declared.Display ?? string.Empty).Parts];
        Shown = [.. Members.Where(member => !Metadata.Contains(member.Key))];
    }

    /// <summary>The model as declared.</summary>
    public Model Declared { get; }

    /// <summary>The model's name.</summary>
    public string Name => Declared.Name;

    /// <summary>The name as JSON.</summary>
    public JsonEncodedText EncodedName { get; }

    /// <summary>The number of the table that holds its objects.</summary>
    public int Table { get; }

    /// <summary>The format of the display text.</summary>
    public IReadOnlyList<DisplayPart> Display { get; }

    /// <summary>All stored members.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>The members that are shown: all but those whose key is metadata, such as a field named <c>updated_at</c>.</summary>
    public IReadOnlyList<Member> Shown { get; }

    /// <summary>The member stored under a key, or <see langword="null"/>.</summary>
    public Member? FindKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The member that a query, an index or a webhook names: by its declared name, otherwise by its key.</summary>
    public Member? Find(string name) => FindName(name) ?? FindKey(name);

    /// <summary>The member with a declared name, or <see langword="null"/>.</summary>
    public Member? FindName(string name) => _byName.GetValueOrDefault(name);

    private void Add(Member? member)
    {
        if (member is null) return;
        _byKey.TryAdd(member.Key, member);
        _byName.TryAdd(member.Name, member);
    }
}
