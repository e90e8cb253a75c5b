namespace JourneyApps.Deployments;

/// <summary>One difference between the deployed data model and this code.</summary>
/// <param name="Change">What kind.</param>
/// <param name="Model">The schema's name of the model.</param>
/// <param name="Field">The schema's name of the field or relationship; null when the model itself is meant.</param>
/// <param name="Compiled">What this code has; null when nothing.</param>
/// <param name="Deployed">What the deployment has; null when nothing.</param>
public sealed record DataModelDifference(DataModelChange Change, string Model, string? Field, string? Compiled, string? Deployed)
{
    /// <summary>Whether this code reads or writes something that is no longer there, or is of another type.</summary>
    public bool IsBreaking => Change is DataModelChange.ModelRemoved or DataModelChange.FieldRemoved
        or DataModelChange.FieldRetyped or DataModelChange.RelationshipRetargeted;

    /// <summary>Such as <c>FieldRetyped job.cost (integer, now number)</c>.</summary>
    public override string ToString()
    {
        string place = Field is null ? Model : $"{Model}.{Field}";
        string values = (Compiled, Deployed) switch
        {
            (null, null) => "",
            (null, { } now) => $" (now {now})",
            ({ } was, null) => $" (was {was})",
            ({ } was, { } now) => $" ({was}, now {now})",
        };
        return $"{Change} {place}{values}";
    }
}
