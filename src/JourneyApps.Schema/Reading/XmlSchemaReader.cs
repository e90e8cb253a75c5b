using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>Reads a data model from XML of any dialect, well-formed or not.</summary>
internal static class XmlSchemaReader
{
    public static ParsedSchema Read(string text, SchemaOptions options, CancellationToken cancellation)
    {
        var lines = LineMap.Of(text, cancellation);
        DiagnosticList diagnostics = new(lines);
        using XmlTree tree = new(text, cancellation);
        if (XmlTreeReader.ReadDocument(tree) != XmlReadResult.WellFormed)
        {
            List<XmlFault> faults = WellFormedness.Check(text, cancellation);
            if (faults.Count > 0) return ReadBroken(text, options, lines, diagnostics, faults, cancellation);
            ReportSecondRoot(tree, diagnostics);
        }

        if (tree.Count == 0)
        {
            diagnostics.Add(SchemaRules.DocumentEmpty, null, null);
            return ParsedSchema.WithoutModels(options, diagnostics, isSchema: false);
        }

        string root = tree.Name(0).ToString();
        int first = tree[0].FirstChild;
        bool isSchema = Dialect.IsSchema(root, first < 0 ? "" : tree.Name(first).ToString());
        var dialect = Dialect.Detect(options.ApiVersion, root, FirstModel(tree));
        if (root != dialect.Root)
        {
            diagnostics.Add(SchemaRules.RootUnexpected, tree[0].NameSpan, null, dialect.Root, root, Source(options));
            return ParsedSchema.WithoutModels(options, diagnostics, isSchema);
        }

        return ReadModels(tree, dialect, options, lines, diagnostics, isSchema, isRecovering: false);
    }

    /// <summary>The platform ignores a second root, even if it is not closed.</summary>
    private static void ReportSecondRoot(XmlTree tree, DiagnosticList diagnostics)
    {
        for (int element = 1; element < tree.Count; element++)
        {
            if (tree[element].Parent >= 0) continue;
            diagnostics.Add(SchemaRules.RootRepeated, tree[element].NameSpan, null, tree.Name(element).ToString());
            return;
        }
    }

    private static ParsedSchema ReadBroken(
        string text,
        SchemaOptions options,
        LineMap lines,
        DiagnosticList diagnostics,
        List<XmlFault> faults,
        CancellationToken cancellation)
    {
        foreach (XmlFault fault in faults) diagnostics.Add(fault.Rule, fault.Span, null, fault.Argument is null ? [] : [fault.Argument]);

        (string root, string firstChild, string firstModel) = ModelRecovery.Sniff(text, cancellation);
        bool isSchema = Dialect.IsSchema(root, firstChild);
        var dialect = Dialect.Detect(options.ApiVersion, root, firstModel);
        if (root != dialect.Root) return ParsedSchema.WithoutModels(options, diagnostics, isSchema);

        using XmlTree tree = new(text, cancellation);
        ModelRecovery.Read(tree, dialect.Model);
        return ReadModels(tree, dialect, options, lines, diagnostics, isSchema, isRecovering: true);
    }

    private static ParsedSchema ReadModels(
        XmlTree tree, Dialect dialect, SchemaOptions options, LineMap lines, DiagnosticList diagnostics, bool isSchema, bool isRecovering)
    {
        using StringPool strings = new();
        SchemaReading reading = new(tree, dialect, diagnostics, strings, isRecovering);
        ModelReader.ReadAll(reading, 0, Source(options));
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
        if (!isRecovering) CollisionCheck.Run(reading.Models, diagnostics, tree.Cancellation);
        return DataModelBuilder.Build(reading.Models, options.AppUserModel, lines, diagnostics, isSchema, tree.Cancellation);
    }

    private static void ForEach(SchemaReading reading, Action<SchemaReading, ModelBuilder, ModelBuilder> pass)
    {
        foreach (ModelBuilder source in reading.Models)
        {
            // The platform does not check the content of a model without a name.
            if (source.Name is null) continue;
            reading.Tree.Cancellation.ThrowIfCancellationRequested();
            ModelBuilder target = reading.TargetOf(source);
            reading.Current = target;
            pass(reading, source, target);
        }

        reading.Current = null;
    }

    /// <summary>Where the dialect comes from, if it is not recognized from the document.</summary>
    private static string Source(SchemaOptions options) => Dialect.ByVersion(options.ApiVersion) is null ? "" : options.VersionSource;

    private static string FirstModel(XmlTree tree)
    {
        for (int child = tree[0].FirstChild; child >= 0; child = tree[child].NextSibling)
        {
            tree.Cancellation.ThrowIfCancellationRequested();
            ReadOnlySpan<char> name = tree.Name(child);
            if (name is "object" or "model") return name.ToString();
        }

        return "";
    }
}
