namespace JourneyApps.Mirroring.Rows;

/// <summary>A value that does not fit.</summary>
/// <param name="Id">The object's id; empty if it cannot be read.</param>
/// <param name="Column">The column; empty if it is about the whole object.</param>
/// <param name="Reason">Why, as a sentence.</param>
/// <param name="Value">The value as JSON; null if there is none.</param>
internal sealed record RowProblem(string Id, string Column, string Reason, string? Value)
{
    private const int MaxValue = 1000;

    /// <summary>The value without what no database stores, cut after 1,000 characters.</summary>
    public string? PrintableValue
    {
        get
        {
            if (Value is null) return null;
            string cut = Value.Length > MaxValue ? Value[..MaxValue] : Value;
            return string.Concat(cut.Select(static letter => letter == '\0' || char.IsSurrogate(letter) ? '\uFFFD' : letter));
        }
    }
}
