namespace FieldService;

/// <summary>What jobs are made from: the sites, people and assets that exist already.</summary>
internal sealed record Catalogue(IReadOnlyList<Site> Sites, IReadOnlyList<User> Users, IReadOnlyList<Asset> Assets);
