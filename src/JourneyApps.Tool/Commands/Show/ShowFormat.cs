namespace JourneyApps.Tool.Commands.Show;

/// <summary>How a data model is shown.</summary>
internal enum ShowFormat
{
    /// <summary>Models with their fields and relationships, indented.</summary>
    Tree,

    /// <summary>One line per field.</summary>
    Table,

    /// <summary>An entity-relationship diagram for Markdown pages.</summary>
    Mermaid,

    /// <summary>A graph of the relationships for Graphviz.</summary>
    Dot,

    /// <summary>The data model as it was understood.</summary>
    Json,
}
