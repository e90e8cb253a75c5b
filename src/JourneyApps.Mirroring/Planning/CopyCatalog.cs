using JourneyApps.Mirroring.Dialects;

namespace JourneyApps.Mirroring.Planning;

/// <summary>What a copy knows about its own tables.</summary>
/// <param name="Models">The models.</param>
/// <param name="Options">The options of choices and booleans.</param>
internal sealed record CopyCatalog(IReadOnlyList<CatalogModel> Models, IReadOnlyList<CatalogOption> Options)
{
    public static CopyCatalog Empty { get; } = new([], []);

    /// <summary>The part of it whose tables the database has: a person can drop tables.</summary>
    /// <returns>The same instance if no table is missing.</returns>
    public CopyCatalog In(IReadOnlyList<DatabaseTable> tables)
    {
        var names = tables.Select(static table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (Models.All(model => model.Tables.All(names.Contains))) return this;
        return this with
        {
            Models =
            [
                .. Models.Where(model => names.Contains(model.Table))
                    .Select(model => model with { HasHistory = model.Tables.All(names.Contains) && model.HasHistory }),
            ],
        };
    }

    public CatalogModel? Find(string model) => Models.FirstOrDefault(other => other.Name == model);
}
