using JourneyApps.Schema;

namespace JourneyApps.Tool.Schemas;

/// <summary>Compares two models of one name.</summary>
internal static class ModelComparison
{
    public static void Compare(DifferenceList found, (DataModel DataModel, Model Model) before, (DataModel DataModel, Model Model) after, ComparedFacts facts)
    {
        string name = before.Model.Name;
        found.Compare(name, "label", before.Model.Label, after.Model.Label, Impact.None);
        found.Compare(name, "display", before.Model.Display, after.Model.Display, Impact.None);
        found.Match(
            before.Model.Fields, after.Model.Fields, field => field.Name, field => ($"{name}.{field.Name}", "field", FieldTypeInfo.Of(field.Type).Word),
            (old, @new) => FieldComparison.Compare(found, name, old, @new, facts));
        found.Match(
            before.Model.BelongsTo, after.Model.BelongsTo, link => link.Name, link => ($"{name}.{link.Name}", "belongs-to", link.Model),
            (old, @new) => found.Compare($"{name}.{old.Name}", "belongs-to", old.Model, @new.Model, Impact.Breaking));
        found.Match(
            before.Model.HasMany, after.Model.HasMany, links => links.Name, links => ($"{name}.{links.Name}", "has-many", links.Model),
            (old, @new) => found.Compare($"{name}.{old.Name}", "has-many", Target(before, old), Target(after, @new), Impact.Breaking));
        if (facts == ComparedFacts.All) CompareServerSide(found, before.Model, after.Model);
    }

    // What the model asks of the server; no code is generated from it.
    private static void CompareServerSide(DifferenceList found, Model before, Model after)
    {
        string name = before.Name;
        found.Compare(name, "classification", Classification(before), Classification(after), Impact.None);
        Match("index", Lines(before.Indexes), Lines(after.Indexes));
        Match("webhook", Lines(before.Webhooks), Lines(after.Webhooks));
        Match("push message", Lines(before.NotifyUsers), Lines(after.NotifyUsers));

        void Match(string what, IEnumerable<string> olds, IEnumerable<string> news)
            => found.Match(olds, news, line => line, line => (name, what, line), static (_, _) => { }, Impact.None);
    }

    private static string Classification(Model model) => model.Sensitive ? "sensitive" : "standard";

    private static string Target((DataModel DataModel, Model Model) side, HasMany links)
        => $"{links.Model}.{side.DataModel.FindInverse(side.Model, links)?.Name ?? "?"}";

    private static IEnumerable<string> Lines(EquatableArray<ModelIndex> indexes) => indexes.Select(index =>
        $"{index.Name} on {string.Join(',', index.Keys.Select(key => key.Descending ? "-" + key.Name : key.Name))} ({(index.InApp ? "app" : "")}{(index.InCloud ? " cloud" : "")})");

    private static IEnumerable<string> Lines(EquatableArray<Webhook> webhooks) => webhooks.Select(webhook =>
        string.Join(' ', [webhook.Name, webhook.Type, webhook.Receiver, webhook.Action, .. webhook.Fields.Select(field =>
            $"{field.Name}({(field.Required ? "required " : "")}{(field.Embed ? "embedded " : "")}{field.State})")]));

    private static IEnumerable<string> Lines(EquatableArray<NotifyUser> messages) => messages.Select(message => message.ToString());
}
