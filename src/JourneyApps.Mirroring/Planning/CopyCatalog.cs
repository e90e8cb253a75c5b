namespace JourneyApps.Mirroring.Planning;

/// <summary>What a copy knows about its own tables.</summary>
/// <param name="Models">The models.</param>
/// <param name="Options">The options of choices and booleans.</param>
internal sealed record CopyCatalog(IReadOnlyList<CatalogModel> Models, IReadOnlyList<CatalogOption> Options)
{
    public static CopyCatalog Empty { get; } = new([], []);

    public CatalogModel? Find(string model) => Models.FirstOrDefault(other => other.Name == model);
}
