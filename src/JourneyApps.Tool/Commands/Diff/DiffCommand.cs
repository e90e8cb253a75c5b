using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Diff;

/// <summary><c>journeyapps diff</c>: compares two schemas and says what happens to stored objects.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> old = new("old") { Description = "The old schema: a file, a git revision, or REVISION:PATH." };
        Argument<string> current = new("new")
        {
            Description = "The new schema. Default: the file of --path.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        old.Validators.Add(SchemaCliOptions.RejectOptions);
        current.Validators.Add(SchemaCliOptions.RejectOptions);
        Option<string> path = new("--path")
        {
            Description = "The path of the schema in a revision that is given without one.",
            DefaultValueFactory = _ => "schema.xml",
        };
        Option<FailOn> failOn = WordOption.Create(
            "--fail-on", "Which differences exit with code 1: any, structure (all but texts and indexes) or breaking.", FailOn.Any);
        Option<bool> json = new("--json") { Description = "Print the differences as JSON." };
        Option<string> api = SchemaCliOptions.ApiVersion();
        ToolCommand command = new(
            "diff",
            "Compares two schemas. Exits with code 0 when they are the same, 1 when they differ, 3 on failure.",
            "journeyapps diff old/schema.xml new/schema.xml",
            "journeyapps diff main --fail-on breaking",
            "journeyapps diff v1.4:app/schema.xml v1.5:app/schema.xml --json")
        {
            old, current, path, failOn, json, api,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string file = parsed.GetRequiredValue(path);
            string? version = parsed.GetValue(api);
            SchemaFile before = await SchemaRevision.ReadAsync(parsed.GetRequiredValue(old), file, version, cancellationToken);
            SchemaFile after = await SchemaRevision.ReadAsync(parsed.GetValue(current) ?? file, file, version, cancellationToken);
            return Run(terminal, before, after, parsed.GetValue(failOn), parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static int Run(
        Terminal terminal, SchemaFile before, SchemaFile after, FailOn failOn, bool asJson, CancellationToken cancellationToken)
    {
        // When one side is JSON, only what the JSON contains is compared.
        bool isJson = IsJson(before) || IsJson(after);
        IReadOnlyList<DataModelChange> changes = DataModelComparison.Compare(
            before.Schema.DataModel, after.Schema.DataModel, isJson ? DataModelDetail.Json : DataModelDetail.Xml, cancellationToken);
        if (asJson) terminal.Out.WriteLine(ChangeReport.Json(changes));
        else Print(terminal, before, after, changes);
        return changes.Any(change => ChangeReport.Counts(change, failOn)) ? ExitCode.Found : ExitCode.Success;
    }

    private static bool IsJson(SchemaFile file) => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static void Print(Terminal terminal, SchemaFile before, SchemaFile after, IReadOnlyList<DataModelChange> changes)
    {
        foreach (DataModelChange change in changes)
        {
            terminal.Out.WriteLine(ChangeReport.Line(change));
            if (ChangeReport.StoredData(change) is { } effect) terminal.Out.WriteLine(SafeText.Line($"    stored data: {effect}"));
        }

        terminal.WriteMessage(changes.Count == 0
            ? $"{before.Path} and {after.Path} are the same."
            : $"{Plural.Of(changes.Count, "difference")}, {changes.Count(change => change.BreaksGeneratedCode)} of them breaking.");
    }
}
