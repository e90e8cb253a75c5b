namespace JourneyApps.Internal.Transport.Attempts;

/// <summary>The range of a time limit or a wait.</summary>
internal static class TimeLimit
{
    /// <summary>The longest limit. Timers take 49 days, and a handler's connect timeout takes 24.8.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    /// <summary>Validates a limit: above zero and at most 24 days, or infinite for none.</summary>
    /// <exception cref="ArgumentException">It is out of that range; the message names it.</exception>
    internal static TimeSpan Check(TimeSpan limit, string name)
        => limit == Timeout.InfiniteTimeSpan || (limit > TimeSpan.Zero && limit <= Longest)
            ? limit
            : throw new ArgumentException($"{name} must be above zero and at most 24 days, or Timeout.InfiniteTimeSpan; it is {limit}.");

    /// <summary>Validates a wait.</summary>
    /// <exception cref="ArgumentException">It is out of the range; the message names it.</exception>
    internal static TimeSpan CheckWait(TimeSpan wait, string name, TimeSpan shortest)
        => wait >= shortest && wait <= Longest
            ? wait
            : throw new ArgumentException($"{name} must be {shortest.TotalSeconds} s to 24 days; it is {wait}.");
}
