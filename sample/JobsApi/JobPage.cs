namespace JobsApi;

/// <summary>A page of jobs.</summary>
/// <param name="Rows">The jobs, by their numbers.</param>
/// <param name="Total">How many there are on all pages; null when the deployment does not say.</param>
/// <param name="NextSkip">The <c>skip</c> of the next page; null on the last.</param>
internal sealed record JobPage(IReadOnlyList<JobRow> Rows, long? Total, int? NextSkip);
