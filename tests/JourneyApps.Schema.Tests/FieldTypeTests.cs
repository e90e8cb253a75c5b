namespace JourneyApps.Schema.Tests;

public sealed class FieldTypeTests
{
    public static TheoryData<FieldType> Types => [.. Enum.GetValues<FieldType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_has_its_row(FieldType type)
    {
        var info = FieldTypeInfo.Of(type);

        Assert.Equal(type, info.Type);
        Assert.Equal(type == FieldType.Unknown ? null : info, FieldTypeInfo.Find(info.Word.AsSpan()));
        if (info.Version2Word is not null) Assert.Equal(info, FieldTypeInfo.FindVersion2(info.Version2Word.AsSpan()));
    }

    [Fact]
    public void Rows_are_complete_and_words_unique()
    {
        Assert.Equal(Enum.GetValues<FieldType>(), FieldTypeInfo.All.Select(info => info.Type));
        Assert.Equal(FieldTypeInfo.All.Count, FieldTypeInfo.All.Select(info => info.Word).Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => FieldTypeInfo.Of((FieldType)FieldTypeInfo.All.Count));
    }

    [Fact]
    public void A_row_in_the_wrong_place_is_refused_with_both_names()
    {
        FieldTypeInfo[] rows = [.. FieldTypeInfo.All];
        (rows[3], rows[4]) = (rows[4], rows[3]);

        var refused = Assert.Throws<InvalidOperationException>(() => FieldTypeInfo.InOrder(rows));
        Assert.StartsWith("The table of field types has 'Date' in the place of 'Number'.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Facts_of_a_type_agree(FieldType type)
    {
        var info = FieldTypeInfo.Of(type);

        if (info.IsMultiple) Assert.True(info.IsChoice);
        if (info.IsChoice) Assert.True(info.HasOptions);
        if (info.IsMultiple || info.IsFile) Assert.False(info.IsIndexable);
        Assert.Equal(info.IsFile, info.FileVariants.Count > 0);
        Assert.Equal(info.IsSortable, info.Operators.HasFlag(FieldOperators.Equality));
        Assert.Equal(info.IsMultiple, info.Operators.HasFlag(FieldOperators.List));
        Assert.Equal(type != FieldType.Unknown, info.Operators.HasFlag(FieldOperators.Presence));
    }
}
