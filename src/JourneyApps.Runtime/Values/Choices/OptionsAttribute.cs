using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>The options of a choice field, on its generated enum. With text keys a member's value is its position here, with integer keys
/// it is the key.</summary>
/// <param name="keysAndLabels">Key, label, key, label, in declared order; a single 0 for integer keys without options.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Enum)]
public sealed class OptionsAttribute(params object[] keysAndLabels) : Attribute
{
    internal object[] KeysAndLabels => keysAndLabels;
}
