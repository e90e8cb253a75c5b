using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads webhooks. The platform does not check whether their fields exist, nor their other content.</summary>
internal static class WebhookReader
{
    private const int Type = 0;
    private const int Name = 1;
    private const int Receiver = 2;
    private const int Action = 3;

    public static void ReadAll(SchemaReading reading, ModelBuilder source, ModelBuilder target)
    {
        XmlTree tree = reading.Tree;
        Span<int> found = stackalloc int[4];
        // Cut, because each of the model's webhooks repeats it.
        string model = MessageArgument.Of(target.Name ?? "");
        for (int at = tree.FirstChild(source.Element, "webhook"); at >= 0; at = tree.NextSibling(at, "webhook"))
        {
            ElementChecks.Attributes(reading, at, Dialect.WebhookAttributes, found);
            string type = found[Type] < 0 ? "" : reading.Value(found[Type]);
            string? receiver = found[Receiver] < 0 ? null : reading.Value(found[Receiver]);
            string? action = found[Action] < 0 ? null : reading.Value(found[Action]);

            if (type is not ("ready" or "update")) reading.Report(SchemaRules.WebhookTypeInvalid, reading.SpanOf(found[Type], at));
            if (receiver is not (null or "cloudcode" or "pdfmailer"))
                reading.Report(SchemaRules.WebhookReceiverInvalid, reading.SpanOf(found[Receiver], at), receiver);
            if (receiver is not null && action is null or "") reading.ReportAt(SchemaRules.WebhookActionMissing, at);
            if (receiver is null && action is not null)
                reading.Report(SchemaRules.WebhookActionUnexpected, reading.SpanOf(found[Action], at));

            string name = found[Name] >= 0 ? reading.Value(found[Name])
                : receiver is null ? $"{model}_{type}"
                : $"{receiver}_{model}_{type}_{action}";
            (target.Webhooks ??= []).Add(new Webhook(name, type, receiver, receiver is null ? null : action, ReadFields(reading, at)));
        }
    }

    private static IReadOnlyList<WebhookField> ReadFields(SchemaReading reading, int webhook)
    {
        XmlTree tree = reading.Tree;
        List<WebhookField> fields = [];
        for (int at = tree.FirstChild(webhook, "field"); at >= 0; at = tree.NextSibling(at, "field"))
        {
            bool required = Flag(reading, at, "required", SchemaRules.WebhookRequiredInvalid);
            bool embed = Flag(reading, at, "embed", SchemaRules.WebhookEmbedInvalid);
            int stateAt = reading.Find(at, "state");
            string state = stateAt < 0 ? "present" : reading.Value(stateAt);
            if (state is not ("present" or "uploaded"))
                reading.Report(SchemaRules.WebhookStateInvalid, reading.SpanOf(stateAt, at), state);
            if (reading.Value(at, "name") is { } name) fields.Add(new WebhookField(name, required, embed, state));
        }

        return EquatableArray.ListOf([.. fields]);
    }

    private static bool Flag(SchemaReading reading, int element, string name, SchemaRule rule)
    {
        int attribute = reading.Find(element, name);
        string value = attribute < 0 ? "true" : reading.Value(attribute);

        // An empty value means true, and so does "null".
        if (value is not ("true" or "false" or "" or "null")) reading.Report(rule, reading.SpanOf(attribute, element), value);
        return value != "false";
    }
}
