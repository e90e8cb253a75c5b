namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Reports to two receivers.</summary>
internal sealed class BothProgress<T>(IProgress<T> first, IProgress<T> second) : IProgress<T>
{
    public void Report(T value)
    {
        first.Report(value);
        second.Report(value);
    }
}
