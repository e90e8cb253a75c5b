namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>A call of the API.</summary>
/// <param name="Number">Its number in the endpoint summary; a row there that holds several calls has a letter for each.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below the base URL; a star stands for one part.</param>
internal sealed record Endpoint(string Number, string Method, string Path);
