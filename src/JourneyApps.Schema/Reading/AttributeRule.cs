namespace JourneyApps.Schema.Reading;

/// <summary>An attribute of an element.</summary>
internal sealed record AttributeRule(string Name, bool Required, AttributeCheck Check = AttributeCheck.None);
