namespace JourneyApps.Schema.Reading;

/// <summary>An attribute that an element may have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether the element needs it.</param>
/// <param name="Check">What its value must be.</param>
internal sealed record AttributeRule(string Name, bool Required, AttributeCheck Check = AttributeCheck.None);
