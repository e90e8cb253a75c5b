namespace JourneyApps.Internal.Objects.Queries;

/// <summary>An expression in the platform's own words.</summary>
internal sealed class RawFilter(string expression, IReadOnlyList<RecordValue> arguments) : Filter
{
    public string Expression => expression;

    public IReadOnlyList<RecordValue> Arguments => arguments;
}
