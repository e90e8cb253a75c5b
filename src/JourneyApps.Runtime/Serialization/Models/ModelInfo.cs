using System.ComponentModel;
using System.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.CompilerServices;

/// <summary>A generated model's description: schema names and types, in the order of the generated code.</summary>
[EditorBrowsable(Hide.Never)]
public abstract class ModelInfo
{
    private readonly string[] _declarations;
    private readonly List<string> _links = [];
    private Dictionary<int, Func<IReadOnlyList<KeyValuePair<string, string>>>>? _options;
    private readonly object _building = new();
    private MemberInfo[]? _members;
    private MemberTable? _table;

    private protected ModelInfo(string name, string className, string[] declarations)
    {
        Name = name;
        ClassName = className;
        _declarations = declarations;
        NameUtf8 = Encoding.UTF8.GetBytes(name);
        AllMembers = FieldMask.First(declarations.Length);
    }

    /// <summary>The model's schema name, as in URLs and the <c>type</c> member.</summary>
    public string Name { get; }

    /// <summary>The generated class's name.</summary>
    public string ClassName { get; }

    internal byte[] NameUtf8 { get; }

    /// <summary>Every field and belongs-to id: what reading an object makes known.</summary>
    internal FieldMask AllMembers { get; }

    internal ReadOnlySpan<MemberInfo> Members => _members ?? Build().Members;

    internal MemberTable Table => _table ?? Build().Table;

    internal abstract Type ModelType { get; }

    /// <summary>Whether two members have one JSON name, so that a writer has to look.</summary>
    internal bool HasTwins { get; private set; }

    internal MemberInfo? FindMember(string name)
    {
        foreach (MemberInfo member in Members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }

    internal abstract object ReadObject(ref ModelReader reader);

    /// <summary>Keys and labels of a choice in declared order; null when the generated code did not say.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>>? OptionsOf(int member) => _options?.GetValueOrDefault(member)?.Invoke();

    private protected void AddLink(string name) => _links.Add(name);

    private protected void AddOptions(int member, Func<IReadOnlyList<KeyValuePair<string, string>>> options) => (_options ??= []).Add(member, options);

    private (MemberInfo[] Members, MemberTable Table) Build()
    {
        lock (_building)
        {
            if (_members is not null && _table is not null)
                return (_members, _table);

            MemberInfo[] members = [.. _declarations.Select(Describe)];
            MemberTable table = BuildTable(members, _links);
            for (int i = 0; i < members.Length; i++)
            {
                string name = members[i].Name;
                int first = Array.FindIndex(members, m => m.Name == name);
                if (first < i)
                {
                    members[i] = members[i] with { TwinOf = first };
                    HasTwins = true;
                }
            }

            _table = table;
            _members = members;
            return (members, table);
        }
    }

    private static MemberInfo Describe(string declaration, int index)
    {
        string[] words = declaration.Split(' ');
        FieldKind kind = FieldKinds.Parse(words[1]);
        byte[]? idLabel = FieldKinds.IsAttachment(kind) ? Encoding.UTF8.GetBytes($"\"{words[0]}_id\":") : null;
        return new MemberInfo(index, words[0], kind, words.Length > 2 ? words[2] : null, Encoding.UTF8.GetBytes($"\"{words[0]}\":"), idLabel, -1);
    }

    private static MemberTable BuildTable(MemberInfo[] members, List<string> links)
    {
        MemberTable table = new();
        table.Declare("id", static n => n.Metadata = Metadata.Id);
        table.Declare("type", static n => n.Metadata = Metadata.Type);
        table.Declare("updated_at", static n => n.Metadata = Metadata.UpdatedAt);
        table.Declare("display", static n => n.Metadata = Metadata.Display);
        table.Declare(HopMarks.Member, static n => n.Metadata = Metadata.Changed);

        foreach (MemberInfo member in members)
            table.Declare(member.Name, name => Fill(name, member.Index, isAttachmentId: false));

        foreach (MemberInfo member in members)
        {
            if (FieldKinds.IsAttachment(member.Kind))
                table.Declare(member.IdName, name => Fill(name, member.Index, isAttachmentId: true));
        }

        for (int i = 0; i < links.Count; i++)
        {
            int index = members.Length + i;
            // A field of the same name wins: it always arrives, an embedded object only when asked for.
            table.Declare(links[i], name => name.Member = name.Member == MemberName.NoMember ? index : name.Member);
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
        while (last.Twin is not null)
            last = last.Twin;
        last.Twin = new MemberName(name.Utf8) { Member = member, IsAttachmentId = isAttachmentId };
    }
}
