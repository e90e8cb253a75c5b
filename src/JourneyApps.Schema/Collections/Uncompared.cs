namespace JourneyApps.Schema.Collections;

/// <summary>A value that a record derives from its other members and keeps. It does not take part in the record's equality.</summary>
internal readonly struct Uncompared<T>(T value) : IEquatable<Uncompared<T>> where T : class
{
    /// <summary><see langword="null"/> before it is derived.</summary>
    public T? Value { get; } = value;

    public bool Equals(Uncompared<T> other) => true;

    public override bool Equals(object? obj) => obj is Uncompared<T>;

    public override int GetHashCode() => 0;
}
