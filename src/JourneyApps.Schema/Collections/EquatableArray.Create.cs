namespace JourneyApps.Schema.Collections;

/// <summary>Makes <see cref="EquatableArray{T}"/> values.</summary>
internal static class EquatableArray
{
    /// <summary>An array of the given items; this is also what collection expressions call.</summary>
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) where T : IEquatable<T> => new(items.ToArray());

    /// <summary>An array over the given items, which are not copied and must not be changed afterwards.</summary>
    public static EquatableArray<T> Adopt<T>(T[] items) where T : IEquatable<T> => new(items);

    /// <summary>An array of the items of a sequence.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) where T : IEquatable<T> => new([.. items]);

    /// <summary>A list that is equal by value: the list itself if it is one already, otherwise a copy.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items) where T : IEquatable<T>
        => items.Count == 0 ? Empty<T>.List : items is EquatableArray<T> ? items : new EquatableArray<T>([.. items]);

    /// <summary>A list over the given items, which are not copied and must not be changed afterwards.</summary>
    public static IReadOnlyList<T> ListOf<T>(T[] items) where T : IEquatable<T>
        => items.Length == 0 ? Empty<T>.List : new EquatableArray<T>(items);

    /// <summary>The items of a list, without an enumerator on the heap and, for a list made here, without a copy.</summary>
    public static ReadOnlySpan<T> AsSpan<T>(this IReadOnlyList<T> list) where T : IEquatable<T>
        => list is EquatableArray<T> array ? array.AsSpan() : list.ToArray();

    private static class Empty<T> where T : IEquatable<T>
    {
        public static readonly IReadOnlyList<T> List = new EquatableArray<T>([]);
    }
}
