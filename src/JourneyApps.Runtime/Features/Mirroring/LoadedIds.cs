using JourneyApps.Internal.Features.Mirroring.Rules;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>The ids that a load has found, for the step that removes all others.</summary>
internal sealed class LoadedIds
{
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);
    private bool _hasRowWithoutId;

    /// <summary>Whether nothing was loaded in this turn.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Notes a part of a load.</summary>
    public void Add(LoadPart part)
    {
        IsEmpty = false;
        foreach (LoadedRow row in part.Rows) _hasRowWithoutId |= row.Id is null;
        // Where the answer for a range says by itself what exists, the ids are not needed again.
        if (part.Model.Mode == LoadMode.Ranges) return;
        foreach (LoadedRow row in part.Rows)
        {
            if (row.Id is { } id) _found.Add(id);
        }
    }

    /// <summary>The ids of all objects in the range of a part; null if nothing is removed.</summary>
    public IReadOnlySet<string>? ExistingIds(LoadPart part) => part.Removal switch
    {
        Removal.None => null,
        Removal.Range => part.Rows.Select(static row => row.Id!).ToHashSet(StringComparer.Ordinal),
        // A row without a readable id is one of those that would be removed.
        Removal.Everything => _hasRowWithoutId ? null : new HashSet<string>(_found, StringComparer.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _found.Clear();
        _hasRowWithoutId = false;
        IsEmpty = true;
    }
}
