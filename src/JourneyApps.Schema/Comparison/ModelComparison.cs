namespace JourneyApps.Schema.Comparison;

/// <summary>Compares two models of one name.</summary>
internal sealed class ModelComparison(ChangeList changes, DataModel before, DataModel after, DataModelDetail detail)
{
    private const DataModelImpact Addition = DataModelImpact.Structure;

    /// <summary>The next build fails. A program that runs does not: it finds the objects through the belongs-to on the other
    /// side.</summary>
    private const DataModelImpact HasManyLoss = DataModelImpact.Structure | DataModelImpact.BreaksBuild;

    /// <summary>Objects keep the key, and reading passes it on as a key without an option; the deployment refuses it in a write, and the
    /// next build does not have the constant.</summary>
    private const DataModelImpact OptionLoss = DataModelImpact.Structure | DataModelImpact.BreaksWriting | DataModelImpact.BreaksBuild;

    public void Compare(Model old, Model @new)
    {
        if (detail >= DataModelDetail.Json)
        {
            changes.Compare(DataModelPart.Label, old.Label, @new.Label);
            changes.Compare(DataModelPart.Display, old.Display, @new.Display);
        }

        changes.Pair(
            old.Fields,
            @new.Fields,
            static field => field.Name,
            Fields,
            field => changes.Of(field.Name).Removed(DataModelPart.Field, ChangeList.Loss, FieldTypeInfo.Of(field.Type).Word),
            field => changes.Of(field.Name).Added(DataModelPart.Field, Addition, FieldTypeInfo.Of(field.Type).Word));
        changes.Pair(
            old.BelongsTo,
            @new.BelongsTo,
            static link => link.Name,
            (was, now) => changes.Of(was.Name).Compare(DataModelPart.BelongsTo, was.Model, now.Model, ChangeList.Loss),
            link => changes.Of(link.Name).Removed(DataModelPart.BelongsTo, ChangeList.Loss, link.Model),
            link => changes.Of(link.Name).Added(DataModelPart.BelongsTo, Addition, link.Model));
        if (detail >= DataModelDetail.Json)
        {
            changes.Pair(
                old.HasMany,
                @new.HasMany,
                static links => links.Name,
                (was, now) => changes.Of(was.Name).Compare(
                    DataModelPart.HasMany, Target(before, old, was), Target(after, @new, now), HasManyLoss),
                links => changes.Of(links.Name).Removed(DataModelPart.HasMany, HasManyLoss, links.Model),
                links => changes.Of(links.Name).Added(DataModelPart.HasMany, Addition, links.Model));
        }

        if (detail >= DataModelDetail.Xml) ServerSide(old, @new);
    }

    private void Fields(Field old, Field @new)
    {
        ChangeList field = changes.Of(old.Name);
        var was = FieldTypeInfo.Of(old.Type);
        var now = FieldTypeInfo.Of(@new.Type);
        if (detail >= DataModelDetail.Json) field.Compare(DataModelPart.Label, old.Label, @new.Label);
        field.Compare(DataModelPart.FieldType, was.Word, now.Word, Retyping(was, now));
        if (detail >= DataModelDetail.Json) field.Compare(DataModelPart.Subtype, old.Subtype ?? "", @new.Subtype ?? "");
        if (detail >= DataModelDetail.Xml)
        {
            field.Compare(DataModelPart.MediaType, old.Media ?? "", @new.Media ?? "");
            field.Compare(DataModelPart.AutoDownload, Word(old.AutoDownload), Word(@new.AutoDownload));
        }

        // After a change of type, the options are a different list. JSON has no options of booleans.
        if (was != now || (!was.IsChoice && detail < DataModelDetail.Xml)) return;
        changes.Pair(
            old.Options,
            @new.Options,
            static option => option.Key ?? "",
            (first, second) => field.Of(old.Name, first.Key ?? "").Compare(DataModelPart.Label, first.Label, second.Label),
            option => field.Of(old.Name, option.Key ?? "").Removed(DataModelPart.Option, OptionLoss, $"\"{option.Label}\""),
            option => field.Of(old.Name, option.Key ?? "").Added(DataModelPart.Option, Addition, $"\"{option.Label}\""));
    }

    /// <summary>Stored values stay readable as long as the form is the same, and integers are numbers too.</summary>
    private static DataModelImpact Retyping(FieldTypeInfo was, FieldTypeInfo now)
    {
        bool fits = was.IsMultiple == now.IsMultiple
            && (was.Form == now.Form || (was.Form == FieldForm.Integer && now.Form == FieldForm.Number));
        return fits ? ChangeList.Loss & ~DataModelImpact.LosesStoredData : ChangeList.Loss;
    }

    /// <summary>What the model asks of the server; no code is generated from it.</summary>
    private void ServerSide(Model old, Model @new)
    {
        changes.Compare(DataModelPart.Classification, Classification(old), Classification(@new));
        changes.CompareLines(DataModelPart.Index, old.Indexes.Select(Line), @new.Indexes.Select(Line));
        changes.CompareLines(DataModelPart.Webhook, old.Webhooks.Select(Line), @new.Webhooks.Select(Line));
        changes.CompareLines(
            DataModelPart.PushMessage,
            old.NotifyUsers.Select(static message => message.ToString()),
            @new.NotifyUsers.Select(static message => message.ToString()));
    }

    private static string Target(DataModel dataModel, Model model, HasMany links)
        => $"{links.Model}.{dataModel.FindInverse(model, links)?.Name ?? "?"}";

    private static string Classification(Model model) => model.Sensitive ? "sensitive" : "standard";

    private static string Word(bool value) => value ? "true" : "false";

    private static string Line(ModelIndex index)
    {
        string keys = string.Join(",", index.Keys.Select(static key => key.Descending ? "-" + key.Name : key.Name));
        return $"{index.Name} on {keys} ({(index.InApp ? "app" : "")}{(index.InCloud ? " cloud" : "")})";
    }

    private static string Line(Webhook webhook)
    {
        IEnumerable<string?> words = [webhook.Name, webhook.Type, webhook.Receiver, webhook.Action, .. webhook.Fields.Select(Line)];
        return string.Join(" ", words.Where(static word => word is not null));
    }

    private static string Line(WebhookField field)
        => $"{field.Name}({(field.Required ? "required " : "")}{(field.Embed ? "embedded " : "")}{field.State})";
}
