using JourneyApps.Deployments;

namespace JourneyApps.Internal.Features.Deployments;

/// <summary>Finds what differs between the data model that this code was generated from and the deployed one.</summary>
internal static class DataModelComparison
{
    /// <summary>All differences: model by model in this code's order, then the models that only the deployment has.</summary>
    internal static IReadOnlyList<DataModelDifference> Compare(IReadOnlyList<ModelDescription> compiled, DeployedDataModel deployed)
    {
        List<DataModelDifference> differences = [];
        Dictionary<string, DeployedModel> deployedByName = ByName(deployed.Models, static model => model.Name);
        foreach (ModelDescription model in compiled)
        {
            if (deployedByName.Remove(model.Name, out DeployedModel? counterpart)) Compare(model, counterpart, differences);
            else differences.Add(new(DataModelChange.ModelRemoved, model.Name, null, model.Name, null));
        }
        foreach (DeployedModel model in deployed.Models)
        {
            if (deployedByName.ContainsKey(model.Name)) differences.Add(new(DataModelChange.ModelAdded, model.Name, null, null, model.Name));
        }
        return differences;
    }

    private static void Compare(ModelDescription compiled, DeployedModel deployed, List<DataModelDifference> differences)
    {
        Dictionary<string, DeployedField> fields = ByName(deployed.Fields, static field => field.Name);
        Dictionary<string, DeployedRelationship> links = ByName(deployed.BelongsTo, static link => link.Name);
        foreach (FieldDescription field in compiled.Fields)
        {
            DataModelDifference? difference = field.Target is null
                ? OfField(compiled.Name, field, fields, differences)
                : OfLink(compiled.Name, field, links);
            if (difference is not null) differences.Add(difference);
        }
        foreach (DeployedField field in deployed.Fields)
        {
            if (fields.ContainsKey(field.Name)) differences.Add(new(DataModelChange.FieldAdded, compiled.Name, field.Name, null, field.Type));
        }
        foreach (DeployedRelationship link in deployed.BelongsTo)
        {
            if (links.ContainsKey(link.Name)) differences.Add(new(DataModelChange.FieldAdded, compiled.Name, link.Name, null, $"belongs-to {link.Model}"));
        }
    }

    private static DataModelDifference? OfField(
        string model, FieldDescription field, Dictionary<string, DeployedField> deployed, List<DataModelDifference> differences)
    {
        if (!deployed.Remove(field.Name, out DeployedField? counterpart)) return new(DataModelChange.FieldRemoved, model, field.Name, field.Type, null);
        if (counterpart.Type != field.Type) return new(DataModelChange.FieldRetyped, model, field.Name, field.Type, counterpart.Type);
        if (field.Options is { } options) CompareOptions(model, field.Name, options, counterpart.Options, differences);
        return null;
    }

    private static DataModelDifference? OfLink(string model, FieldDescription field, Dictionary<string, DeployedRelationship> deployed)
    {
        if (!deployed.Remove(field.Name, out DeployedRelationship? counterpart))
            return new(DataModelChange.FieldRemoved, model, field.Name, $"belongs-to {field.Target}", null);
        return counterpart.Model == field.Target ? null : new(DataModelChange.RelationshipRetargeted, model, field.Name, field.Target, counterpart.Model);
    }

    private static void CompareOptions(
        string model, string field, IReadOnlyList<KeyValuePair<string, string>> compiled, IReadOnlyList<KeyValuePair<string, string>> deployed,
        List<DataModelDifference> differences)
    {
        Dictionary<string, KeyValuePair<string, string>> byKey = ByName(deployed, static option => option.Key);
        foreach ((string key, string label) in compiled)
        {
            if (!byKey.Remove(key, out KeyValuePair<string, string> counterpart)) differences.Add(new(DataModelChange.OptionRemoved, model, field, key, null));
            else if (counterpart.Value != label) differences.Add(new(DataModelChange.OptionRelabeled, model, field, $"{key} \"{label}\"", $"\"{counterpart.Value}\""));
        }
        foreach ((string key, _) in deployed)
        {
            if (byKey.Remove(key)) differences.Add(new(DataModelChange.OptionAdded, model, field, null, key));
        }
    }

    // A deployed schema can hold a name twice (old dialects allow it): the first stands, as in the generated code.
    private static Dictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name)
    {
        var byName = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (T item in items) byName.TryAdd(name(item), item);
        return byName;
    }
}
