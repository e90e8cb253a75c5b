namespace JourneyApps.Schema;

/// <summary>What reading a schema gave.</summary>
/// <param name="DataModel">What could be understood.</param>
/// <param name="Diagnostics">What is wrong with it, in the order in which the platform reports it; empty when all is well.</param>
/// <param name="FaultyModels">
/// The names of the models in <paramref name="DataModel"/> that have an error of their own. Their parts may be incomplete; the other
/// models are whole. A link to a model that is missing only because the text ends early is no fault.
/// </param>
/// <param name="Positions">Where in the text each element of the data model stands.</param>
/// <param name="IsSchema">
/// Whether the document is a data model at all: its root is <c>data-model</c> in any letter case, or <c>schema</c> whose first child
/// element is <c>object</c> or <c>model</c>, or it is the API's JSON. Other documents (Solr's <c>schema.xml</c>) share the file name.
/// </param>
public sealed record ParsedSchema(
    DataModel DataModel,
    EquatableArray<SchemaDiagnostic> Diagnostics,
    EquatableArray<string> FaultyModels,
    SchemaPositions Positions,
    bool IsSchema);
