namespace JourneyApps.Tool.Schemas;

/// <summary>Something that two data models do not have in common.</summary>
/// <param name="Kind">Whether it came, went or changed.</param>
/// <param name="Impact">What it means for code that was generated from the first one.</param>
/// <param name="Element">Where: <c>job</c>, <c>job.state</c>, <c>job.state["busy"]</c>.</param>
/// <param name="What">What it is, such as <c>field</c> or <c>label</c>.</param>
/// <param name="Before">In the first data model; null when it is not there.</param>
/// <param name="After">In the second data model; null when it is not there.</param>
internal sealed record Difference(DifferenceKind Kind, Impact Impact, string Element, string What, string? Before, string? After);
