namespace JourneyApps.Schema.Parsed;

/// <summary>The positions of a model's elements in the order of the model; an option that is not in the text has no range.</summary>
internal sealed record ModelPositions(
    TextSpan Name,
    TextSpan[] Fields,
    TextSpan[] Options,
    TextSpan[] BelongsTo,
    TextSpan[] HasMany)
{
    public bool Equals(ModelPositions? other)
        => other is not null
        && Name == other.Name
        && Fields.AsSpan().SequenceEqual(other.Fields)
        && Options.AsSpan().SequenceEqual(other.Options)
        && BelongsTo.AsSpan().SequenceEqual(other.BelongsTo)
        && HasMany.AsSpan().SequenceEqual(other.HasMany);

    public override int GetHashCode() => Name.GetHashCode();
}
