namespace JourneyApps.Schema.Naming;

/// <summary>A column of a row.</summary>
/// <param name="Column">The column of the copy.</param>
/// <param name="Property">The property.</param>
/// <param name="Label">The label of the field in the app; empty for columns without a field.</param>
/// <param name="Field">The field that the column holds as a whole or in part; <see langword="null"/> for other columns.</param>
/// <param name="TargetClass">The class of the model whose ids the column holds; <see langword="null"/> for other columns.</param>
internal sealed record RowColumnSpec(CopyColumn Column, string Property, string Label, FieldSpec? Field, string? TargetClass);
