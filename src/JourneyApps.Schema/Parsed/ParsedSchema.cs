using JourneyApps.Schema.Diagnostics;
using JourneyApps.Schema.Parsed;

namespace JourneyApps.Schema;

/// <summary>The result of reading a schema.</summary>
/// <param name="DataModel">The data model, as far as the text could be understood.</param>
/// <param name="Diagnostics">The diagnostics in the order in which the platform reports them; empty if nothing is wrong.</param>
/// <param name="FaultyModels">The names of the models in <paramref name="DataModel"/> that have an error themselves and can be incomplete.
/// A relationship to a model that is missing because the text ends early is not an error.</param>
/// <param name="IsSchema">Whether the document is a data model: its root is <c>data-model</c> in any letter case, or <c>schema</c> whose
/// first child element is <c>object</c> or <c>model</c>, or it is the API's JSON. Other documents (Solr's <c>schema.xml</c>) share the file
/// name.</param>
public sealed record ParsedSchema(
    DataModel DataModel,
    IReadOnlyList<SchemaDiagnostic> Diagnostics,
    IReadOnlyList<string> FaultyModels,
    bool IsSchema)
{
    /// <summary>The diagnostics in the order in which the platform reports them; empty if nothing is wrong.</summary>
    public IReadOnlyList<SchemaDiagnostic> Diagnostics { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(Diagnostics);

    /// <summary>The names of the models in <see cref="DataModel"/> that have an error themselves and can be incomplete. A relationship to a
    /// model that is missing because the text ends early is not an error.</summary>
    public IReadOnlyList<string> FaultyModels { get; init => field = EquatableArray.Of(value); } = EquatableArray.Of(FaultyModels);

    /// <summary>The positions of the data model's elements in the text.</summary>
    internal SchemaPositions Positions { get; init; } = SchemaPositions.None;

    /// <summary>The result for a document without readable models.</summary>
    internal static ParsedSchema WithoutModels(SchemaOptions options, DiagnosticList diagnostics, bool isSchema)
        => new(DataModel.Empty with { AppUserModel = options.AppUserModel }, diagnostics.ToArray(), [], isSchema);
}
