namespace JourneyApps.Tool.Schemas;

/// <summary>Formats the differences between two data models.</summary>
internal static class ChangeReport
{
    /// <summary>A difference on one line.</summary>
    public static string Line(DataModelChange change)
        => SafeText.Line(change + (change.BreaksGeneratedCode ? "  (breaks generated code)" : ""));

    /// <summary>Whether a difference results in exit code 1.</summary>
    public static bool Counts(DataModelChange change, FailOn failOn) => failOn switch
    {
        FailOn.Any => true,
        FailOn.Structure => change.Impact.HasFlag(DataModelImpact.Structure) || change.BreaksGeneratedCode,
        FailOn.Breaking => change.BreaksGeneratedCode,
    };

    /// <summary>What happens to the objects that are stored already; null if nothing does.</summary>
    public static string? StoredData(DataModelChange change)
    {
        bool isLost = change.Impact.HasFlag(DataModelImpact.LosesStoredData);
        return (change.Part, change.Kind) switch
        {
            (DataModelPart.Model, DataModelChangeKind.Removed) => $"the objects of '{change.Model}' can no longer be read",
            (DataModelPart.Model, DataModelChangeKind.Added) => null,
            (DataModelPart.Option, DataModelChangeKind.Removed)
                => $"objects keep the key '{change.Option}', which no longer has a label",
            (DataModelPart.Field, DataModelChangeKind.Added) or (DataModelPart.BelongsTo, DataModelChangeKind.Added)
                => "existing objects have no value",
            (DataModelPart.FieldType, _) when isLost => "stored values do not fit the new type and can no longer be read",
            (DataModelPart.FieldType, _) => "stored values are kept and read as the new type",
            _ when isLost => "stored values can no longer be read",
            _ => null,
        };
    }

    /// <summary>All differences as JSON.</summary>
    public static string Json(IReadOnlyList<DataModelChange> changes) => JsonOutput.Serialize(new
    {
        Same = changes.Count == 0,
        Breaking = changes.Count(change => change.BreaksGeneratedCode),
        Differences = changes.Select(change => new
        {
            change.Kind,
            Impact = change.BreaksGeneratedCode ? "breaking" : change.Impact.HasFlag(DataModelImpact.Structure) ? "additive" : "none",
            change.Element,
            What = change.PartName,
            change.Before,
            change.After,
            StoredData = StoredData(change),
        }),
    });
}
