using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>The options of a choice field with text keys, on its generated enum; a member's value is its position here.</summary>
/// <param name="keysAndLabels">Key, label, key, label, in declared order.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Enum)]
public sealed class OptionsAttribute(params string[] keysAndLabels) : Attribute
{
    internal string[] KeysAndLabels => keysAndLabels;
}
