namespace JourneyApps.Schema;

/// <summary>
/// The catalogue of what can be wrong with a schema. <c>JA1xxx</c> are the rules of the platform, and used for nothing else; an id stands
/// for one cause and never changes its meaning. <c>JA20xx</c> are ours: collisions that the platform does not see, JSON that is no data
/// model, and limits.
/// </summary>
public static partial class SchemaRules
{
    private static readonly Lazy<IReadOnlyList<SchemaRule>> Catalogue = new(() =>
    [
        .. DocumentRules, .. XmlRules, .. ModelRules, .. FieldRules, .. OptionRules, .. RelationshipRules, .. IndexRules,
        .. DisplayRules, .. WebhookRules, .. CollisionRules, .. JsonRules, .. LimitRules,
    ]);

    /// <summary>All rules, ordered by id.</summary>
    public static IReadOnlyList<SchemaRule> All => Catalogue.Value;

    private static SchemaRule Error(string id, string title, string message) => new(id, title, message, SchemaSeverity.Error);

    private static SchemaRule Warning(string id, string title, string message) => new(id, title, message, SchemaSeverity.Warning);

    private static SchemaRule Info(string id, string title, string message) => new(id, title, message, SchemaSeverity.Info);
}
