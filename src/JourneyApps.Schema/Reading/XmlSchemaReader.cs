using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads a data model from XML, of any dialect and in any state.</summary>
internal static class XmlSchemaReader
{
    public static ParsedSchema Read(string text, SchemaOptions options)
    {
        LineMap lines = LineMap.Of(text);
        DiagnosticList findings = new(lines);
        using XmlTree tree = new(text);
        XmlReadResult result = XmlTreeReader.ReadDocument(tree);
        if (result != XmlReadResult.WellFormed)
        {
            List<XmlFault> faults = WellFormedness.Check(text);
            if (faults.Count > 0 || (result == XmlReadResult.Failed && tree.Count > 0))
                return ReadBroken(text, options, lines, findings, faults);
        }

        if (tree.Count == 0)
        {
            findings.Add(SchemaRules.DocumentEmpty, null, null);
            return new ParsedSchema(DataModel.Empty with { AppUserModel = options.AppUserModel }, findings.ToArray(), [], SchemaPositions.None, IsSchema: false);
        }

        string root = tree.Name(0).ToString();
        int first = tree[0].FirstChild;
        bool isSchema = DialectDetection.IsSchema(root, first < 0 ? "" : tree.Name(first).ToString());
        Dialect dialect = DialectDetection.Detect(options.ApiVersion, root, FirstModel(tree));
        if (root != dialect.Root)
        {
            findings.Add(SchemaRules.RootUnexpected, tree[0].NameSpan, null, dialect.Root, root);
            return new ParsedSchema(DataModel.Empty with { AppUserModel = options.AppUserModel }, findings.ToArray(), [], SchemaPositions.None, isSchema);
        }

        return ReadModels(tree, dialect, options, lines, findings, isSchema, isRecovering: false);
    }

    private static ParsedSchema ReadBroken(
        string text, SchemaOptions options, LineMap lines, DiagnosticList findings, List<XmlFault> faults)
    {
        foreach (XmlFault fault in faults) findings.Add(fault.Rule, fault.Span, null, fault.Argument is null ? [] : [fault.Argument]);

        // A second root that is never closed: the platform passes over it, but silence would be the worst answer.
        if (faults.Count == 0) findings.Add(SchemaRules.DocumentCutOff, new TextSpan(text.Length - 1, 1), null);

        (string root, string firstChild, string firstModel) = ModelRecovery.Sniff(text);
        bool isSchema = DialectDetection.IsSchema(root, firstChild);
        Dialect dialect = DialectDetection.Detect(options.ApiVersion, root, firstModel);
        if (root != dialect.Root)
            return new ParsedSchema(DataModel.Empty with { AppUserModel = options.AppUserModel }, findings.ToArray(), [], SchemaPositions.None, isSchema);

        using XmlTree tree = new(text);
        ModelRecovery.Read(tree, dialect.Model);
        return ReadModels(tree, dialect, options, lines, findings, isSchema, isRecovering: true);
    }

    private static ParsedSchema ReadModels(
        XmlTree tree, Dialect dialect, SchemaOptions options, LineMap lines, DiagnosticList findings, bool isSchema, bool isRecovering)
    {
        using StringPool strings = new();
        SchemaReading reading = new(tree, dialect, findings, strings, isRecovering);
        ModelReader.ReadAll(reading, 0);
        ForEach(reading, RelationshipReader.ReadBelongsTo);
        ForEach(reading, static (reading, source, target) =>
        {
            RelationshipReader.ReadHasMany(reading, source, target);
            IndexReader.ReadAll(reading, source, target);
        });
        ForEach(reading, static (reading, source, target) =>
        {
            DisplayReader.Read(reading, source, target);
            WebhookReader.ReadAll(reading, source, target);
            NotifyUserReader.ReadAll(reading, source, target);
        });
        if (!isRecovering) CollisionCheck.Run(reading.Models, findings);
        return Assembly.Build(reading.Models, options.AppUserModel, lines, findings, isSchema);
    }

    private static void ForEach(SchemaReading reading, Action<SchemaReading, ModelDraft, ModelDraft> pass)
    {
        foreach (ModelDraft source in reading.Models)
        {
            // One without a name cannot be looked up, so the platform looks no further into it.
            if (source.Name is null) continue;
            ModelDraft target = reading.TargetOf(source);
            reading.Current = target;
            pass(reading, source, target);
        }

        reading.Current = null;
    }

    private static string FirstModel(XmlTree tree)
    {
        for (int child = tree[0].FirstChild; child >= 0; child = tree[child].NextSibling)
        {
            string name = tree.Name(child).ToString();
            if (name is "object" or "model") return name;
        }

        return "";
    }
}
