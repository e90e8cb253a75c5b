namespace JourneyApps.Emulator.Browser.Views;

/// <summary>The form of an object.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="ModelLabel">The model's label.</param>
/// <param name="Token">The token of the form.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Error">Why the last change was refused; <see langword="null"/> if it was not.</param>
internal sealed record ObjectView(string Model, string ModelLabel, string Token, IReadOnlyList<FieldView> Fields, string? Error)
{
    /// <summary>The id; <see langword="null"/> for a new object.</summary>
    public string? Id { get; init; }

    /// <summary>The time of the last change; <see langword="null"/> for a new object.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>The lists of objects that belong to this one.</summary>
    public IReadOnlyList<HasManyView> HasMany { get; init; } = [];
}
