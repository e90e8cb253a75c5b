using System.ComponentModel;

namespace JourneyApps.CompilerServices;

/// <summary>The type of the literal <c>null</c>: it has no values. Fields that can only be compared with null take nothing else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullLiteral
{
    private NullLiteral()
    {
    }
}
