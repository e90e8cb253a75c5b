using System.CommandLine;
using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;
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
            "Lists the diagnostics of a data model with line and column. Exits with code 1 when there is an error.",
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
        SchemaFile[] files = [.. paths.Select(path => SchemaFile.Read(path, apiVersion))];
        if (asJson)
        {
            terminal.Out.WriteLine(JsonOutput.Serialize(files.SelectMany(
                file => file.Schema.Diagnostics.Select(diagnostic => DiagnosticRecord.Of(file.Path, diagnostic)))));
        }
        else
        {
            foreach (SchemaFile file in files) Print(terminal, file);
        }

        int errors = Count(files, SchemaSeverity.Error) + files.Count(IsForeign);
        return errors > 0 || (strict && Count(files, SchemaSeverity.Warning) > 0) ? ExitCode.Found : ExitCode.Success;
    }

    private static void Print(Terminal terminal, SchemaFile file)
    {
        foreach (SchemaDiagnostic diagnostic in file.Schema.Diagnostics) terminal.Out.WriteLine(SafeText.Line(DiagnosticLine.Of(file.Path, diagnostic)));
        if (IsForeign(file))
        {
            terminal.Out.WriteLine(SafeText.Line($"{file.Path}: error: this is not a data model of JourneyApps."));
            return;
        }

        terminal.WriteMessage($"{file.Path}: {Plural.Of(file.Schema.DataModel.Models.Count, "model")}, "
            + $"{Plural.Of(Count([file], SchemaSeverity.Error), "error")}, "
            + $"{Plural.Of(Count([file], SchemaSeverity.Warning), "warning")}, "
            + $"{Plural.Of(Count([file], SchemaSeverity.Info), "info message")}");
    }

    // A document of another product, such as a schema.xml of Solr, can have no diagnostics and still is not a data model.
    private static bool IsForeign(SchemaFile file) => !file.Schema.IsSchema && !file.Schema.Diagnostics.Any(diagnostic => diagnostic.Severity == SchemaSeverity.Error);

    private static int Count(SchemaFile[] files, SchemaSeverity severity)
        => files.Sum(file => file.Schema.Diagnostics.Count(diagnostic => diagnostic.Severity == severity));
}
