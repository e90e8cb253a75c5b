using System.Text.Json;
using JourneyApps.Schema;

namespace JourneyApps.Emulator.Models;

/// <summary>A model of the data model that is being served, with what requests need of it at hand.</summary>
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

        // Where a field and a relationship share a key the field is found, as in the platform's own object model.
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

    /// <summary>Everything that is stored.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>What is shown beside the metadata: a field called <c>updated_at</c> would be a second member of that name.</summary>
    public IReadOnlyList<Member> Shown { get; }

    /// <summary>The member stored under a key, or <see langword="null"/>.</summary>
    public Member? FindKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The member with a declared name, or <see langword="null"/>.</summary>
    public Member? FindName(string name) => _byName.GetValueOrDefault(name);

    private void Add(Member? member)
    {
        if (member is null) return;
        _byKey.TryAdd(member.Key, member);
        _byName.TryAdd(member.Name, member);
    }
}
