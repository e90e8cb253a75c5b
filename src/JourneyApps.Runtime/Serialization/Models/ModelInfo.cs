using System.Text;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>The part of a generated model's description that does not depend on its class: names and types, in the order of the generated
/// code.</summary>
/// <param name="name">The model's schema name, as in URLs and the <c>type</c> member.</param>
/// <param name="types">The type of each field, as <see cref="FieldType"/> counted from <c>a</c>. The members after the fields are ids of
/// links.</param>
/// <param name="declarations">The member's JSON name; of a link's id also the related model, after a space.</param>
internal sealed class ModelInfo(string name, string types, string[] declarations)
{
    /// <summary>The member in which a round trip through another serializer keeps changed names and the marks below. No schema name begins
    /// with a dollar.</summary>
    public const string ChangedMember = "$changed";

    // The object does not exist on the server yet; was written without reading it back; has a member that this code does not know.
    private const string NewMark = "$new";
    private const string StaleMark = "$stale";
    private const string UnknownMark = "$unknown:";

    private readonly object _building = new();
    private readonly List<string> _links = [];
    private Dictionary<int, Func<IReadOnlyList<KeyValuePair<string, string>>>>? _options;
    private MemberInfo[]? _members;
    private MemberTable? _table;

    public string Name => name;

    public byte[] NameUtf8 { get; } = Encoding.UTF8.GetBytes(name);

    /// <summary>Every field and link id: what is known after an object was read.</summary>
    public FieldMask AllMembers { get; } = FieldMask.First(declarations.Length);

    public ReadOnlySpan<MemberInfo> Members => _members ?? Build().Members;

    public MemberTable Table => _table ?? Build().Table;

    /// <summary>Whether two members have one JSON name, so that a writer has to check.</summary>
    public bool HasDuplicates { get; private set; }

    public MemberInfo? FindMember(string memberName)
    {
        foreach (MemberInfo member in Members)
        {
            if (member.Name == memberName) return member;
        }

        return null;
    }

    /// <summary>Keys and labels of a choice in declared order; null for other members.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? OptionsOf(int member) => _options?.GetValueOrDefault(member)?.Invoke();

    public void AddLink(string link) => _links.Add(link);

    public void AddOptions(int member, Func<IReadOnlyList<KeyValuePair<string, string>>> options) => (_options ??= []).Add(member, options);

    /// <summary>What <see cref="ChangedMember"/> has to say about an object; null for one that was loaded and not changed.</summary>
    public string[]? Changes(in ModelState state)
    {
        FieldMask changed = state.Changed;
        if (state.UpdatedAt is not null && changed.IsEmpty && !state.IsStale && !state.IsNew && state.UnknownMember is null) return null;

        List<string> names = new(changed.Count + 1);
        if (state.IsNew) names.Add(NewMark);
        if (state.IsStale) names.Add(StaleMark);
        if (state.UnknownMember is { } unknown) names.Add(UnknownMark + unknown);
        foreach (MemberInfo member in Members)
        {
            if (changed[member.Index]) names.Add(member.Name);
        }

        return [.. names];
    }

    /// <summary>Ends a round trip: decides what kind of object was read.</summary>
    public void Restore(ref ModelState state)
    {
        if (state.EndRoundTrip() is not { } changes) return;

        FieldMask changed = default;
        string? unknown = null;
        foreach (string change in changes)
        {
            if (change.StartsWith(UnknownMark, StringComparison.Ordinal)) unknown = change[UnknownMark.Length..];
            else if (FindMember(change) is { } member) changed = changed.With(member.Index);
        }

        state.Restore(changed, AllMembers, isNew: changes.Contains(NewMark), isStale: changes.Contains(StaleMark), unknown);
    }

    private (MemberInfo[] Members, MemberTable Table) Build()
    {
        lock (_building)
        {
            if (_members is not null && _table is not null) return (_members, _table);

            MemberInfo[] members = [.. declarations.Select(Describe)];
            MemberTable table = BuildTable(members, _links);
            for (int i = 0; i < members.Length; i++)
            {
                string memberName = members[i].Name;
                int first = Array.FindIndex(members, m => m.Name == memberName);
                if (first < i)
                {
                    members[i] = members[i] with { DuplicateOf = first };
                    HasDuplicates = true;
                }
            }

            _table = table;
            _members = members;
            return (members, table);
        }
    }

    private MemberInfo Describe(string declaration, int index)
    {
        bool isField = index < types.Length;
        string[] words = isField ? [declaration] : declaration.Split(' ');
        FieldType type = isField ? (FieldType)(types[index] - 'a') : FieldType.Unknown;
        byte[]? idLabel = FieldTypeInfo.Of(type).IsFile ? Encoding.UTF8.GetBytes($"\"{words[0]}_id\":") : null;
        return new MemberInfo(index, words[0], type, isField ? null : words[1], Encoding.UTF8.GetBytes($"\"{words[0]}\":"), idLabel, -1);
    }

    private static MemberTable BuildTable(MemberInfo[] members, List<string> links)
    {
        MemberTable table = new();
        table.Declare("id", static n => n.Metadata = Metadata.Id);
        table.Declare("type", static n => n.Metadata = Metadata.Type);
        table.Declare("updated_at", static n => n.Metadata = Metadata.UpdatedAt);
        table.Declare("display", static n => n.Metadata = Metadata.Display);
        table.Declare(ChangedMember, static n => n.Metadata = Metadata.Changed);

        foreach (MemberInfo member in members)
            table.Declare(member.Name, n => Fill(n, member.Index, isAttachmentId: false));

        foreach (MemberInfo member in members)
        {
            if (member.IdLabel is not null) table.Declare(member.IdName, n => Fill(n, member.Index, isAttachmentId: true));
        }

        for (int i = 0; i < links.Count; i++)
        {
            int index = members.Length + i;
            // A field of the same name takes precedence: it is always sent, an embedded object only on request.
            table.Declare(links[i], n => n.Member = n.Member == MemberName.NoMember ? index : n.Member);
        }

        table.Complete();
        return table;
    }

    private static void Fill(MemberName name, int member, bool isAttachmentId)
    {
        if (name.Member == MemberName.NoMember)
        {
            name.Member = member;
            name.IsAttachmentId = isAttachmentId;
            return;
        }

        MemberName last = name;
        while (last.Alias is not null) last = last.Alias;
        last.Alias = new MemberName(name.Utf8) { Member = member, IsAttachmentId = isAttachmentId };
    }
}
