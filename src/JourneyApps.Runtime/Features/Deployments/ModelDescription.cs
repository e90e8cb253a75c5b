namespace JourneyApps.Internal.Features.Deployments;

/// <summary>A model as this code was generated with it.</summary>
/// <param name="Name">The schema's name.</param>
/// <param name="Fields">Its fields and belongs-to relationships.</param>
internal sealed record ModelDescription(string Name, IReadOnlyList<FieldDescription> Fields);
