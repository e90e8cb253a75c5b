using System.Buffers;

namespace JourneyApps.Schema.Text;

/// <summary>Shares one string for equal ranges of text: schemas repeat the same few hundred names and labels.</summary>
internal sealed class StringPool : IDisposable
{
    private string?[] _slots = Rent(1024);
    private int _size = 1024;
    private int _count;

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length == 0) return "";

        int slot = (int)(Fnv1a.Hash(text) & (uint)(_size - 1));
        while (_slots[slot] is { } existing)
        {
            if (text.SequenceEqual(existing.AsSpan())) return existing;
            slot = (slot + 1) & (_size - 1);
        }

        string added = text.ToString();
        _slots[slot] = added;
        if (++_count > _size / 2) Grow();
        return added;
    }

    public void Dispose()
    {
        ArrayPool<string?>.Shared.Return(_slots, clearArray: true);
        _slots = [];
    }

    private void Grow()
    {
        string?[] old = _slots;
        int oldSize = _size;
        _size *= 2;
        _slots = Rent(_size);
        for (int i = 0; i < oldSize; i++)
        {
            if (old[i] is not { } text) continue;
            int slot = (int)(Fnv1a.Hash(text.AsSpan()) & (uint)(_size - 1));
            while (_slots[slot] is not null) slot = (slot + 1) & (_size - 1);
            _slots[slot] = text;
        }

        ArrayPool<string?>.Shared.Return(old, clearArray: true);
    }

    private static string?[] Rent(int size)
    {
        string?[] slots = ArrayPool<string?>.Shared.Rent(size);
        Array.Clear(slots, 0, size);
        return slots;
    }
}
