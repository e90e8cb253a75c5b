using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>The type of the literal <c>null</c>; it has no instances. Fields that can be compared with null only take this type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullLiteral
{
    private NullLiteral() { }
}
