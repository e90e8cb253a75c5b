namespace JourneyApps.Schema;

/// <summary>A difference between two data models.</summary>
/// <param name="Kind">Whether the part was added, removed or changed.</param>
/// <param name="Part">The part that differs.</param>
/// <param name="Impact">What the change means for generated code and for stored data.</param>
/// <param name="Model">The model; <see langword="null"/> for the data model as a whole.</param>
/// <param name="Member">The field or relationship; <see langword="null"/> for the model as a whole.</param>
/// <param name="Option">The key of the option; <see langword="null"/> for everything else.</param>
/// <param name="Before">The value in the first data model; <see langword="null"/> if it does not have one.</param>
/// <param name="After">The value in the second data model; <see langword="null"/> if it does not have one.</param>
public sealed record DataModelChange(
    DataModelChangeKind Kind,
    DataModelPart Part,
    DataModelImpact Impact,
    string? Model,
    string? Member,
    string? Option,
    string? Before,
    string? After)
{
    /// <summary>Whether code that was generated from the first data model fails, or no longer compiles, with the second one: any flag of
    /// <see cref="DataModelImpact.BreaksGeneratedCode"/>.</summary>
    public bool BreaksGeneratedCode => (Impact & DataModelImpact.BreaksGeneratedCode) != 0;

    /// <summary>Where the change is: <c>job</c>, <c>job.state</c> or <c>job.state["busy"]</c>.</summary>
    public string Element
        => Model is null ? "data model"
        : Member is null ? Model
        : Part == DataModelPart.Option || Option is not null ? $"{Model}.{Member}[\"{Option}\"]"
        : $"{Model}.{Member}";

    /// <summary>The name of the part, such as <c>field</c> or <c>has-many</c>.</summary>
    public string PartName => Part switch
    {
        DataModelPart.AppUserModel => "app-user model",
        DataModelPart.Model => "model",
        DataModelPart.Field => "field",
        DataModelPart.FieldType => "type",
        DataModelPart.Subtype => "subtype",
        DataModelPart.MediaType => "media type",
        DataModelPart.AutoDownload => "auto-download",
        DataModelPart.BelongsTo => "belongs-to",
        DataModelPart.HasMany => "has-many",
        DataModelPart.Option => "option",
        DataModelPart.Label => "label",
        DataModelPart.Display => "display",
        DataModelPart.Classification => "classification",
        DataModelPart.Index => "index",
        DataModelPart.Webhook => "webhook",
        DataModelPart.PushMessage => "push message",
    };

    /// <summary>The change in one line with the signs of a diff, such as <c>- job.cost: field number</c> or <c>~ job.cost: type "integer"
    /// -> "number"</c>.</summary>
    public override string ToString() => Kind switch
    {
        DataModelChangeKind.Added => $"+ {Element}: {PartName}{Value(After)}",
        DataModelChangeKind.Removed => $"- {Element}: {PartName}{Value(Before)}",
        DataModelChangeKind.Changed => $"~ {Element}: {PartName} {Quoted(Before)} -> {Quoted(After)}",
    };

    private static string Value(string? value) => value is null or "" ? "" : $" {value}";

    private static string Quoted(string? value) => value is null ? "(none)" : $"\"{value}\"";
}
