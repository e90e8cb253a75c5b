namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>The tests that share one browser, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumGroup : ICollectionFixture<ChromiumBrowser>
{
    public const string Name = "Chromium";
}
