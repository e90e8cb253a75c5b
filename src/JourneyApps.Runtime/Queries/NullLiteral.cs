namespace JourneyApps;

/// <summary>The type of the literal <c>null</c>: it has no values. Fields that can only be compared with null take nothing else.</summary>
public sealed class NullLiteral
{
    private NullLiteral()
    {
    }
}
