namespace JourneyApps.Internal.Serialization.Models;

/// <summary>How much nesting is read before an answer counts as hostile.</summary>
internal static class ReadLimits
{
    /// <summary>Of JSON as such. Deep nesting inside one value must not cost its page, so this is more than any value needs.</summary>
    public const int Depth = 1000;

    /// <summary>Of related objects inside related objects, which are read by recursion.</summary>
    public const int Related = 16;
}
