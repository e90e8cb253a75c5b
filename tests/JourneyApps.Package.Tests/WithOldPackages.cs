namespace JourneyApps.Package.Tests;

/// <summary>The tests that need the old packages, which are packed once for all of them.</summary>
[CollectionDefinition(nameof(OldPackages))]
public sealed class WithOldPackages : ICollectionFixture<OldPackages>;
