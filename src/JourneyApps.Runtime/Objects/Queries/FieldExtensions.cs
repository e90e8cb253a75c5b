namespace JourneyApps;

/// <summary><c>In</c> and <c>NotIn</c> for collections of other types than the field's own: options of an enum, ids as UUIDs or text, and
/// values that can be null. Nulls are left out.</summary>
/// <example><code>app.Jobs.Where(j =&gt; j.SiteId.In(other.Select(o =&gt; o.SiteId)))</code></example>
public static class FieldExtensions
{
    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TEnum>(this ChoiceField<TEnum> field, IEnumerable<TEnum> values) where TEnum : struct, Enum
        => field.In(values.Select(static value => new Choice<TEnum>(value)));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TEnum>(this ChoiceField<TEnum> field, IEnumerable<TEnum> values) where TEnum : struct, Enum
        => field.NotIn(values.Select(static value => new Choice<TEnum>(value)));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TEnum>(this ChoiceField<TEnum> field, IEnumerable<TEnum?> values) where TEnum : struct, Enum
        => field.In(Present(values).Select(static value => new Choice<TEnum>(value)));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TEnum>(this ChoiceField<TEnum> field, IEnumerable<TEnum?> values) where TEnum : struct, Enum
        => field.NotIn(Present(values).Select(static value => new Choice<TEnum>(value)));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TEnum>(this ChoiceField<TEnum> field, IEnumerable<Choice<TEnum>?> values) where TEnum : struct, Enum
        => field.In(Present(values));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TEnum>(this ChoiceField<TEnum> field, IEnumerable<Choice<TEnum>?> values) where TEnum : struct, Enum
        => field.NotIn(Present(values));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TEnum>(this IntegerChoiceField<TEnum> field, IEnumerable<TEnum> values) where TEnum : struct, Enum
        => field.In(values.Select(static value => new Choice<TEnum>(value)));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TEnum>(this IntegerChoiceField<TEnum> field, IEnumerable<TEnum> values) where TEnum : struct, Enum
        => field.NotIn(values.Select(static value => new Choice<TEnum>(value)));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TEnum>(this IntegerChoiceField<TEnum> field, IEnumerable<TEnum?> values) where TEnum : struct, Enum
        => field.In(Present(values).Select(static value => new Choice<TEnum>(value)));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TEnum>(this IntegerChoiceField<TEnum> field, IEnumerable<TEnum?> values) where TEnum : struct, Enum
        => field.NotIn(Present(values).Select(static value => new Choice<TEnum>(value)));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TEnum>(this IntegerChoiceField<TEnum> field, IEnumerable<Choice<TEnum>?> values) where TEnum : struct, Enum
        => field.In(Present(values));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TEnum">The field's enum.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TEnum>(this IntegerChoiceField<TEnum> field, IEnumerable<Choice<TEnum>?> values) where TEnum : struct, Enum
        => field.NotIn(Present(values));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TModel">The model that the id belongs to.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TModel>(this IdField<TModel> field, IEnumerable<Id<TModel>?> values)
        => field.In(Present(values));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TModel">The model that the id belongs to.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TModel>(this IdField<TModel> field, IEnumerable<Id<TModel>?> values)
        => field.NotIn(Present(values));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TModel">The model that the id belongs to.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TModel>(this IdField<TModel> field, IEnumerable<Guid> values)
        => field.In(values.Select(Id<TModel>.From));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TModel">The model that the id belongs to.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TModel>(this IdField<TModel> field, IEnumerable<Guid> values)
        => field.NotIn(values.Select(Id<TModel>.From));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="TModel">The model that the id belongs to.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<TModel>(this IdField<TModel> field, IEnumerable<string> values)
        => field.In(values.Select(static value => new Id<TModel>(value)));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="TModel">The model that the id belongs to.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<TModel>(this IdField<TModel> field, IEnumerable<string> values)
        => field.NotIn(values.Select(static value => new Id<TModel>(value)));

    /// <summary>The field has one of these values. Nulls are left out.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter In<T>(this ComparableField<T> field, IEnumerable<T?> values) where T : struct
        => field.In(Present(values));

    /// <summary>The field has none of these values; also true for a field without a value. Nulls are left out.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="values">At most 1,000.</param>
    /// <exception cref="ArgumentException">There are more than 1,000 values.</exception>
    public static Filter NotIn<T>(this ComparableField<T> field, IEnumerable<T?> values) where T : struct
        => field.NotIn(Present(values));

    private static IEnumerable<T> Present<T>(IEnumerable<T?> values) where T : struct
        => values.Where(static value => value.HasValue).Select(static value => value.GetValueOrDefault());
}
