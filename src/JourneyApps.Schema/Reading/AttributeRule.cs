namespace JourneyApps.Schema.Reading;

/// <summary>An attribute of an element.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Required">Whether the element needs it.</param>
/// <param name="Check">The check of its value.</param>
internal sealed record AttributeRule(string Name, bool Required, AttributeCheck Check = AttributeCheck.None);
