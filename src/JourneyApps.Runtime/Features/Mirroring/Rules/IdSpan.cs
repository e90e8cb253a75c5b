namespace JourneyApps.Internal.Features.Mirroring.Rules;

/// <summary>A range of ids, compared ordinally.</summary>
/// <param name="From">The first id; null for no lower end.</param>
/// <param name="To">The id after the last one; null for no upper end.</param>
internal readonly record struct IdSpan(string? From, string? To)
{
    public static readonly IdSpan Everything = new(null, null);
}
