namespace JourneyApps.Schema;

/// <summary>Where the parts of one model stand, in the order of the model; an option that the text does not hold has no span.</summary>
internal sealed record ModelPositions(
    TextSpan Name,
    TextSpan[] Fields,
    TextSpan[] Options,
    TextSpan[] BelongsTo,
    TextSpan[] HasMany)
{
    public bool Equals(ModelPositions? other) =>
        other is not null
        && Name == other.Name
        && Fields.AsSpan().SequenceEqual(other.Fields)
        && Options.AsSpan().SequenceEqual(other.Options)
        && BelongsTo.AsSpan().SequenceEqual(other.BelongsTo)
        && HasMany.AsSpan().SequenceEqual(other.HasMany);

    public override int GetHashCode() => Name.GetHashCode();
}
