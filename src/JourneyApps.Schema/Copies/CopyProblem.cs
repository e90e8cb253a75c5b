namespace JourneyApps.Schema;

/// <summary>Why a model cannot have a table in a copy.</summary>
/// <param name="Model">The name of the model in the schema.</param>
/// <param name="Message">What is wrong and what to do, as a sentence.</param>
public sealed record CopyProblem(string Model, string Message);
