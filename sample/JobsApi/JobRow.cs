namespace JobsApi;

/// <summary>A row of a page.</summary>
/// <param name="Job">The job.</param>
/// <param name="Site">The display text of its site, or null if it has no site. A job's own JSON contains only the site's id.</param>
internal sealed record JobRow(Job Job, string? Site);
