using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Show;

/// <summary><c>journeyapps show</c>: shows a data model.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = SchemaCliOptions.File("The schema file. Default: schema.xml in this folder.");
        Option<ShowFormat> format = WordOption.Create(
            "--format", "The format: tree, table, mermaid, dot, json, jsonschema, openapi, or sql (the tables of a copy).", ShowFormat.Tree,
            "-f");
        Option<SqlDialectName> dialect = WordOption.Create(
            "--dialect", "The database of --format sql: sqlite, postgresql or sqlserver.", SqlDialectName.PostgreSql);
        Option<string[]> only = new("--model", "-m") { Description = "Show only this model. Can be repeated." };
        Option<string> api = SchemaCliOptions.ApiVersion();
        ToolCommand command = new(
            "show",
            "Shows the models of a data model with their fields, options and relationships.",
            "journeyapps show",
            "journeyapps show schema.xml --model job --format table",
            "journeyapps show schema.xml --format mermaid > docs/data-model.mmd",
            "journeyapps show schema.xml --format openapi > openapi.json",
            "journeyapps show schema.xml --format sql --dialect sqlite > tables.sql",
            "journeyapps show schema.xml --format dot | dot -Tsvg > data-model.svg")
        {
            file, format, dialect, only, api,
        };
        command.SetAction(parsed => Run(
            terminal,
            SchemaFile.Read(parsed.GetRequiredValue(file), parsed.GetValue(api)),
            parsed.GetValue(format),
            parsed.GetValue(dialect),
            parsed.GetValue(only) ?? []));
        return command;
    }

    private static int Run(Terminal terminal, SchemaFile file, ShowFormat format, SqlDialectName dialect, string[] only)
    {
        if (!file.Schema.IsSchema) throw new ToolException($"'{file.Path}' is not a data model.");

        DataModel dataModel = file.Schema.DataModel;
        List<Model> models = [.. only.Length == 0 ? dataModel.Models.AsEnumerable() : only.Select(name => ModelName.Find(dataModel, name))];
        switch (format)
        {
            case ShowFormat.Tree:
                terminal.OutConsole().Write(ModelTree.Of(dataModel, models));
                break;
            case ShowFormat.Table:
                terminal.OutConsole().Write(ModelTable.Of(dataModel, models));
                break;
            case ShowFormat.Mermaid:
                terminal.Out.Write(MermaidDiagram.Of(models));
                break;
            case ShowFormat.Dot:
                terminal.Out.Write(DotGraph.Of(models));
                break;
            case ShowFormat.Json:
                terminal.Out.WriteLine(JsonOutput.Serialize(models));
                break;
            case ShowFormat.JsonSchema:
                terminal.Out.WriteLine(JsonSchemaText.Of(models));
                break;
            case ShowFormat.OpenApi:
                terminal.Out.WriteLine(OpenApiText.Of(models));
                break;
            case ShowFormat.Sql:
                terminal.Out.Write(TablesText.Of(dataModel, models, dialect));
                break;
        }

        int errors = file.Schema.Diagnostics.Count(diagnostic => diagnostic.Severity == SchemaSeverity.Error);
        if (errors > 0)
            terminal.WriteWarning($"the file has {Plural.Of(errors, "error")} and is shown in part. Run 'journeyapps lint {file.Path}'.");
        return errors > 0 ? ExitCode.Found : ExitCode.Success;
    }
}
