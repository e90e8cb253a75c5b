namespace JourneyApps.Runtime.Tests.Memory;

/// <summary>Tests that run when no other one does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
