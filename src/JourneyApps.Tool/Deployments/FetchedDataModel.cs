namespace JourneyApps.Tool.Deployments;

/// <summary>A data model as a deployment serves it.</summary>
/// <param name="Content">The document's bytes.</param>
/// <param name="ETag">The version, for asking later whether it changed; null when the answer named none.</param>
internal sealed record FetchedDataModel(byte[] Content, string? ETag);
