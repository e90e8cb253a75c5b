namespace JobsApi;

/// <summary>A row of a page.</summary>
/// <param name="Job">The job.</param>
/// <param name="Site">Its site as people know it; null when it has none. A job's own JSON holds only the site's id.</param>
internal sealed record JobRow(Job Job, string? Site);
