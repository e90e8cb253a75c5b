namespace JourneyApps.PublicApi.Tests;

/// <summary>
/// What users can call is what was reviewed. After a change on purpose: run once with <c>UPDATE_GOLDEN=1</c>, read the difference, commit it.
/// </summary>
public sealed class ListingTests
{
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Libraries => [.. Library.All.Select(library => library.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void The_public_api_is_as_it_was_reviewed(string library)
    {
        string file = Path.Combine(BuildFacts.RepositoryRoot, "tests", "JourneyApps.PublicApi.Tests", "Reviewed", library + ".txt");
        string listing = Listing.Of(library, Library.All.Single(known => known.Name == library).Frameworks);
        if (Accepts) File.WriteAllText(file, listing);

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), listing);
    }
}
