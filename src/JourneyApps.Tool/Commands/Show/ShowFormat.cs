namespace JourneyApps.Tool.Commands.Show;

/// <summary>The output format of <c>show</c>.</summary>
internal enum ShowFormat
{
    /// <summary>An indented tree of models, fields and relationships.</summary>
    Tree,

    /// <summary>A table with one row per field.</summary>
    Table,

    /// <summary>A Mermaid entity-relationship diagram.</summary>
    Mermaid,

    /// <summary>A Graphviz graph of the relationships.</summary>
    Dot,

    /// <summary>The parsed data model as JSON.</summary>
    Json,

    /// <summary>JSON Schema of the objects that the API returns.</summary>
    JsonSchema,

    /// <summary>An OpenAPI document of the calls that read and write objects.</summary>
    OpenApi,

    /// <summary>The SQL that creates the tables of a copy in a database.</summary>
    Sql,
}
