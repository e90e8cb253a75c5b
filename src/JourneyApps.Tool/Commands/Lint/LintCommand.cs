using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Lint;

/// <summary><c>journeyapps lint</c>: lists the diagnostics of schema files, including those that a build does not print.</summary>
internal static class LintCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> files = new("file")
        {
            Description = "The schema files (schema.xml or datamodel.json), or folders that contain a schema.xml.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["schema.xml"],
        };
        files.Validators.Add(SchemaCliOptions.RejectOptions);
        Option<string> api = SchemaCliOptions.ApiVersion();
        Option<bool> json = new("--json") { Description = "Print the diagnostics as a JSON array." };
        Option<bool> strict = new("--warnings-as-errors") { Description = "Exit with code 1 for warnings, too." };
        ToolCommand command = new(
            "lint",
            "Lists the diagnostics of a data model, and the elements that get another name in C#. Exits with code 1 for errors.",
            "journeyapps lint",
            "journeyapps lint apps/field/schema.xml --warnings-as-errors",
            "journeyapps lint schema.xml --json > diagnostics.json")
        {
            files, api, json, strict,
        };
        command.SetAction(parsed => Run(
            terminal, parsed.GetRequiredValue(files), parsed.GetValue(api), parsed.GetValue(json), parsed.GetValue(strict)));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, string? apiVersion, bool asJson, bool strict)
    {
        List<object> records = [];
        bool failed = false;
        foreach (SchemaFile file in paths.Select(path => SchemaFile.Read(path, apiVersion)).ToArray())
        {
            (string Path, SchemaDiagnostic Diagnostic)[] diagnostics = [.. Diagnose(file)];
            int errors = Count(SchemaSeverity.Error);
            int warnings = Count(SchemaSeverity.Warning);

            // A document of another product, such as a schema.xml of Solr, can have no diagnostics and still is not a data model.
            bool isForeign = !file.Schema.IsSchema && errors == 0;
            failed |= errors > 0 || isForeign || (strict && warnings > 0);
            records.AddRange(diagnostics.Select(found => RecordOf(found.Path, found.Diagnostic)));
            if (asJson) continue;

            foreach ((string path, SchemaDiagnostic diagnostic) in diagnostics)
                terminal.Out.WriteLine(SafeText.Line(DiagnosticLine.Of(path, diagnostic)));
            if (isForeign) terminal.Out.WriteLine(SafeText.Line($"{file.Path}: error: this is not a data model of JourneyApps."));
            else terminal.WriteMessage(
                $"{file.Path}: {Plural.Of(file.Schema.DataModel.Models.Count, "model")}, {Plural.Of(errors, "error")}, "
                + $"{Plural.Of(warnings, "warning")}, {Plural.Of(Count(SchemaSeverity.Info), "info message")}");

            int Count(SchemaSeverity severity) => diagnostics.Count(found => found.Diagnostic.Severity == severity);
        }

        if (asJson) terminal.Out.WriteLine(JsonOutput.Serialize(records));
        return failed ? ExitCode.Found : ExitCode.Success;
    }

    // Diagnostics of the schema, of the C# names that a build would generate, and of the file that overrides names.
    private static IEnumerable<(string Path, SchemaDiagnostic Diagnostic)> Diagnose(SchemaFile file)
    {
        (string path, NameOverrideFile? overrides) = file.ReadNames();
        var names = GeneratedNames.Resolve(file.Schema, overrides);
        return [
            .. file.Schema.Diagnostics.Concat(names.Diagnostics).Select(diagnostic => (file.Path, diagnostic)),
            .. names.OverrideDiagnostics.Select(diagnostic => (path, diagnostic)),
        ];
    }

    // Lines and columns start at 1, ends are exclusive; null when the diagnostic is about the whole document.
    private static object RecordOf(string path, SchemaDiagnostic diagnostic) => new
    {
        File = path,
        Line = diagnostic.Range?.StartLine + 1,
        Column = diagnostic.Range?.StartColumn + 1,
        EndLine = diagnostic.Range?.EndLine + 1,
        EndColumn = diagnostic.Range?.EndColumn + 1,
        Severity = DiagnosticLine.Word(diagnostic.Severity),
        diagnostic.Rule.Id,
        diagnostic.Message,
        diagnostic.Model,
    };
}
