using System.Diagnostics.CodeAnalysis;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps;

/// <summary>What objects are ordered by. Field tokens that the platform can order by convert into one; others do not.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Passed on, never compared.")]
public readonly struct SortKey
{
    internal SortKey(string? field, bool isDescending = false)
    {
        Field = field ?? throw new InvalidOperationException("A default field token names no field.");
        IsDescending = isDescending;
    }

    internal string Field { get; }

    internal bool IsDescending { get; }

    /// <summary>As the query call takes it, with a minus for descending order.</summary>
    internal string Text => IsDescending ? "-" + Field : Field;
}
