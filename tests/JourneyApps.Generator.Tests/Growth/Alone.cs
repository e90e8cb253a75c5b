namespace JourneyApps.Generator.Tests.Growth;

/// <summary>Tests that measure time and therefore run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Measured alone";
}
