namespace JobsApi;

/// <summary>A page of jobs.</summary>
/// <param name="Rows">The jobs, ordered by number.</param>
/// <param name="Total">The number of jobs on all pages, or null if the deployment does not return it.</param>
/// <param name="NextSkip">The <c>skip</c> of the next page; null on the last page.</param>
internal sealed record JobPage(IReadOnlyList<JobRow> Rows, long? Total, int? NextSkip);
