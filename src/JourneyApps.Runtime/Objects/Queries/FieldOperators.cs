namespace JourneyApps.NamedOperators;

/// <summary>The operators of conditions as methods, for languages that cannot use the operators. In C#, use the operators. For null, use
/// the fields' own <c>IsNull</c> and <c>IsNotNull</c>.</summary>
/// <example><code>
/// open JourneyApps.NamedOperators
/// app.Jobs.Where(fun j -> j.State.Is(JobState.Busy).And(j.Due.IsLessThan(today)))
/// </code></example>
public static class FieldOperators
{
    /// <summary>The field equals a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is(this TextField field, string value) => field == value;

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot(this TextField field, string value) => field != value;

    /// <summary>The field is less than a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsLessThan(this TextField field, string value) => field < value;

    /// <summary>The field is less than or equal to a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsAtMost(this TextField field, string value) => field <= value;

    /// <summary>The field is greater than a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsGreaterThan(this TextField field, string value) => field > value;

    /// <summary>The field is greater than or equal to a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsAtLeast(this TextField field, string value) => field >= value;

    /// <summary>The field equals a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is(this BooleanField field, bool value) => field == value;

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot(this BooleanField field, bool value) => field != value;

    /// <summary>The field equals a value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is<T>(this ComparableField<T> field, T value) where T : struct => field == value;

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot<T>(this ComparableField<T> field, T value) where T : struct => field != value;

    /// <summary>The field is less than a value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsLessThan<T>(this ComparableField<T> field, T value) where T : struct => field < value;

    /// <summary>The field is less than or equal to a value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsAtMost<T>(this ComparableField<T> field, T value) where T : struct => field <= value;

    /// <summary>The field is greater than a value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsGreaterThan<T>(this ComparableField<T> field, T value) where T : struct => field > value;

    /// <summary>The field is greater than or equal to a value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsAtLeast<T>(this ComparableField<T> field, T value) where T : struct => field >= value;

    /// <summary>The field equals a value.</summary>
    /// <typeparam name="TModel">The model that the ids belong to.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is<TModel>(this IdField<TModel> field, Id<TModel> value) => field == value;

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <typeparam name="TModel">The model that the ids belong to.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot<TModel>(this IdField<TModel> field, Id<TModel> value) => field != value;

    /// <summary>The field equals a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is<TEnum>(this ChoiceField<TEnum> field, TEnum value) where TEnum : struct, Enum
        => field == new Choice<TEnum>(value);

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot<TEnum>(this ChoiceField<TEnum> field, TEnum value) where TEnum : struct, Enum
        => field != new Choice<TEnum>(value);

    /// <summary>The field equals a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is<TEnum>(this ChoiceField<TEnum> field, Choice<TEnum> value) where TEnum : struct, Enum => field == value;

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot<TEnum>(this ChoiceField<TEnum> field, Choice<TEnum> value) where TEnum : struct, Enum => field != value;

    /// <summary>The field equals a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is<TEnum>(this IntegerChoiceField<TEnum> field, TEnum value) where TEnum : struct, Enum
        => field == new Choice<TEnum>(value);

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot<TEnum>(this IntegerChoiceField<TEnum> field, TEnum value) where TEnum : struct, Enum
        => field != new Choice<TEnum>(value);

    /// <summary>The field is less than a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsLessThan<TEnum>(this IntegerChoiceField<TEnum> field, TEnum value) where TEnum : struct, Enum
        => field < new Choice<TEnum>(value);

    /// <summary>The field is less than or equal to a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsAtMost<TEnum>(this IntegerChoiceField<TEnum> field, TEnum value) where TEnum : struct, Enum
        => field <= new Choice<TEnum>(value);

    /// <summary>The field is greater than a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsGreaterThan<TEnum>(this IntegerChoiceField<TEnum> field, TEnum value) where TEnum : struct, Enum
        => field > new Choice<TEnum>(value);

    /// <summary>The field is greater than or equal to a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsAtLeast<TEnum>(this IntegerChoiceField<TEnum> field, TEnum value) where TEnum : struct, Enum
        => field >= new Choice<TEnum>(value);

    /// <summary>The field equals a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is<TEnum>(this IntegerChoiceField<TEnum> field, Choice<TEnum> value) where TEnum : struct, Enum => field == value;

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot<TEnum>(this IntegerChoiceField<TEnum> field, Choice<TEnum> value) where TEnum : struct, Enum
        => field != value;

    /// <summary>The field is less than a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsLessThan<TEnum>(this IntegerChoiceField<TEnum> field, Choice<TEnum> value) where TEnum : struct, Enum
        => field < value;

    /// <summary>The field is less than or equal to a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsAtMost<TEnum>(this IntegerChoiceField<TEnum> field, Choice<TEnum> value) where TEnum : struct, Enum
        => field <= value;

    /// <summary>The field is greater than a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsGreaterThan<TEnum>(this IntegerChoiceField<TEnum> field, Choice<TEnum> value) where TEnum : struct, Enum
        => field > value;

    /// <summary>The field is greater than or equal to a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsAtLeast<TEnum>(this IntegerChoiceField<TEnum> field, Choice<TEnum> value) where TEnum : struct, Enum
        => field >= value;

    /// <summary>The field equals a value.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter Is<TEnum>(this ChoiceSetField<TEnum> field, ChoiceSet<TEnum> value) where TEnum : struct, Enum => field == value;

    /// <summary>The field is different from a value. Objects without a value match too.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <returns>The condition.</returns>
    public static Filter IsNot<TEnum>(this ChoiceSetField<TEnum> field, ChoiceSet<TEnum> value) where TEnum : struct, Enum
        => field != value;

    /// <summary>Both conditions are true.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The condition.</returns>
    public static Filter And(this Filter left, Filter right) => left & right;

    /// <summary>At least one of two conditions is true.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">Another condition.</param>
    /// <returns>The condition.</returns>
    public static Filter Or(this Filter left, Filter right) => left | right;

    /// <summary>The field as a key to sort by. In C#, the conversion is implicit.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The key.</returns>
    public static SortKey AsSortKey(this TextField field) => field;

    /// <summary>The field as a key to sort by. In C#, the conversion is implicit.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The key.</returns>
    public static SortKey AsSortKey(this BooleanField field) => field;

    /// <summary>The field as a key to sort by. In C#, the conversion is implicit.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="field">The field.</param>
    /// <returns>The key.</returns>
    public static SortKey AsSortKey<T>(this ComparableField<T> field) where T : struct => field;

    /// <summary>The field as a key to sort by. In C#, the conversion is implicit.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <returns>The key.</returns>
    public static SortKey AsSortKey<TEnum>(this ChoiceField<TEnum> field) where TEnum : struct, Enum => field;

    /// <summary>The field as a key to sort by. In C#, the conversion is implicit.</summary>
    /// <typeparam name="TEnum">The enum of the field's options.</typeparam>
    /// <param name="field">The field.</param>
    /// <returns>The key.</returns>
    public static SortKey AsSortKey<TEnum>(this IntegerChoiceField<TEnum> field) where TEnum : struct, Enum => field;
}
