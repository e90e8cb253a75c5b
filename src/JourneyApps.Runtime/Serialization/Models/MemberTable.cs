using System.Text;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>Finds the meaning of a JSON name. Also keeps unknown names that servers send, up to a limit.</summary>
internal sealed class MemberTable
{
    private const int MostUnknownNames = 64;
    private readonly object _growing = new();
    private Dictionary<int, MemberName[]> _byHash = [];
    private int _unknownNames;

    /// <summary>Precedes the first name of an object, to predict that one too.</summary>
    public MemberName Start { get; } = new([]);

    public MemberName Declare(string name, Action<MemberName> describe)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        MemberName? known = Find(utf8);
        MemberName declared = known ?? new MemberName(utf8);
        declared.IsKept = true;
        describe(declared);
        if (known is null)
            Add(_byHash, declared);
        return declared;
    }

    /// <summary>Marks the names with one meaning, after all names are declared.</summary>
    public void Complete()
    {
        foreach (MemberName name in _byHash.Values.SelectMany(static names => names))
            name.IsPlain = name is { Metadata: Metadata.None, Alias: null };
    }

    public MemberName? Find(ReadOnlySpan<byte> name)
    {
        if (Volatile.Read(ref _byHash).TryGetValue(Hash(name), out MemberName[]? candidates))
        {
            foreach (MemberName candidate in candidates)
            {
                if (name.SequenceEqual(candidate.Utf8)) return candidate;
            }
        }

        return null;
    }

    public MemberName FindOrAddUnknown(ReadOnlySpan<byte> name)
    {
        if (Find(name) is { } known) return known;

        MemberName unknown = new(name.ToArray()) { Metadata = Metadata.Unknown };
        lock (_growing)
        {
            if (_unknownNames < MostUnknownNames && Find(name) is null)
            {
                _unknownNames++;
                unknown.IsKept = true;
                Dictionary<int, MemberName[]> grown = new(_byHash);
                Add(grown, unknown);
                Volatile.Write(ref _byHash, grown);
            }
        }

        return unknown;
    }

    private static void Add(Dictionary<int, MemberName[]> table, MemberName name)
    {
        int hash = Hash(name.Utf8);
        table[hash] = table.TryGetValue(hash, out MemberName[]? others) ? [.. others, name] : [name];
    }

    private static int Hash(ReadOnlySpan<byte> name)
    {
        uint hash = 2166136261;
        foreach (byte b in name)
            hash = (hash ^ b) * 16777619;
        return (int)hash;
    }
}
