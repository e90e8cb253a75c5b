using JourneyApps.Schema.Xml;

namespace JourneyApps.Schema.Reading;

/// <summary>The first pass: models, their attributes, the order of their elements, and their fields.</summary>
internal static class ModelReader
{
    private static readonly ElementChecks.ChildGroup InRoot = static (dialect, name) => name.SequenceEqual(dialect.Model.AsSpan()) ? 1 : 0;
    private static readonly ElementChecks.ChildGroup InModel = GroupInModel;

    public static void ReadAll(SchemaReading reading, int root, string versionSource)
    {
        XmlTree tree = reading.Tree;
        ElementChecks.Children(reading, root, InRoot);
        FieldReader fields = new(reading);
        int model = tree.FirstChild(root, reading.Dialect.Model);
        if (model < 0) reading.ReportAt(SchemaRules.ModelsMissing, root, reading.Dialect.Model, reading.Dialect.Root, versionSource);
        for (; model >= 0; model = tree.NextSibling(model, reading.Dialect.Model)) Read(reading, model, fields);
        reading.Current = null;
    }

    private static void Read(SchemaReading reading, int element, FieldReader fields)
    {
        ModelBuilder model = new(element);
        reading.Models.Add(model);
        reading.Current = model;

        Span<int> found = stackalloc int[3];
        (int name, int label, int classification) = (0, 1, 2);
        // The name comes first, so that every diagnostic in the model has it.
        model.Name = reading.Value(element, "name");
        ElementChecks.Attributes(reading, element, reading.Dialect.ModelAttributes, found);
        model.NameSpan = reading.SpanOf(found[name], element);
        if (found[label] >= 0) model.Label = reading.Value(found[label]);
        model.IsSensitive = found[classification] >= 0 && reading.Value(found[classification]) == "sensitive";

        if (model.Name is not null)
        {
            if (Names.IsReservedModel(model.Name)) reading.Report(SchemaRules.ModelNameReserved, model.NameSpan, model.Name);
            else if (Names.IsRiskyModel(model.Name)) reading.Report(SchemaRules.ModelNameRisky, model.NameSpan, model.Name);
        }

        ElementChecks.Children(reading, element, InModel);
        fields.ReadAll(model);
        Register(reading, model);
    }

    private static int GroupInModel(Dialect dialect, ReadOnlySpan<char> name)
    {
        if (name.SequenceEqual(dialect.Field.AsSpan())) return 1;
        if (name.SequenceEqual(dialect.BelongsTo.AsSpan()) || name.SequenceEqual(dialect.HasMany.AsSpan())) return 2;
        return name is "display" or "index" or "webhook" or "notify-user" ? 3 : 0;
    }

    private static void Register(SchemaReading reading, ModelBuilder model)
    {
        if (model.Name is null) return;
        if (!reading.ModelsByName.TryGetValue(model.Name, out ModelBuilder? first))
        {
            reading.ModelsByName.Add(model.Name, model);
            return;
        }

        reading.Report(SchemaRules.ModelRepeated, model.NameSpan, model.Name);

        // The later passes add the content of the second model to the first one, as the platform does, so the first one is faulty.
        model.IsRepeated = true;
        first.IsFaulty = true;
    }
}
