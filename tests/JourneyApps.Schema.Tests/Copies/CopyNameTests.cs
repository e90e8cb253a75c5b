using System.Text;

namespace JourneyApps.Schema.Tests.Copies;

public sealed class CopyNameTests
{
    private static readonly string[] Words = ["a", "site", "photo", "photo_id", "state", "Photo", "x_state", "display", "xmin", "id"];

    [Theory]
    [InlineData("job")]
    [InlineData("updated_at")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123")]
    public void A_name_of_up_to_63_bytes_stays_as_it_is(string name) => Assert.Equal(name, CopyNames.Shorten(name));

    [Theory]
    [InlineData(
        "a234567890123456789012345678901234567890123456789012345678901234",
        "_a2345678901234567890123456789012345678901234_x1fb59124e2851235")]
    [InlineData("äääääääääääääääääääääääääääääääää", "_ääääääääääääääääääääää_x7d4fec46333159f3")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "_😀😀😀😀😀😀😀😀😀😀😀_xbb54f961e3e7fb65")]
    public void A_longer_name_is_cut_between_characters_and_gets_a_hash(string name, string expected)
    {
        Assert.Equal(expected, CopyNames.Shorten(name));
        Assert.True(Encoding.UTF8.GetByteCount(expected) <= CopyNames.MaxBytes);
    }

    [Fact]
    public void Long_names_that_differ_at_their_end_differ()
    {
        string name = new('n', 200);

        Assert.NotEqual(CopyNames.Shorten(name + "1"), CopyNames.Shorten(name + "2"));
        Assert.NotEqual(CopyNames.Shorten(name), CopyNames.Shorten("_" + name));
    }

    [Fact]
    public void A_retired_column_has_a_name_that_no_schema_can_have()
    {
        Assert.Equal("_cost_1", CopyNames.Retired("cost", 1));
        Assert.NotEqual(CopyNames.Retired("cost_1", 1), CopyNames.Retired("cost", 11));
        Assert.All(Enumerable.Range(1, 20), number => Assert.True(CopyNames.Retired(new string('n', 63), number).Length <= CopyNames.MaxBytes));
    }

    [Fact]
    public void Models_that_differ_only_in_case_are_named_with_what_to_do()
    {
        IReadOnlyList<CopyProblem> problems = CopyProblems.Of(Model(("job", []), ("Job", []), ("site", [])));

        Assert.Equal(["job", "Job"], problems.Select(problem => problem.Model));
        Assert.Equal(
            "The models 'job' and 'Job' differ only in case, which most databases ignore in the names of tables. "
                + "Rename one of them in the schema, or leave both out of the copy.",
            problems[0].Message);
    }

    [Theory]
    [InlineData("cost", "Cost", "'cost' and 'Cost' of the model 'job'", "'Cost'")]
    [InlineData("title", "ID", "'id' and 'ID' of the model 'job'", "'ID'")]
    [InlineData("title", "Site_ID", "'Site_ID' and 'site_id' of the model 'job'", "'site'")]
    public void Columns_that_differ_only_in_case_are_named_with_what_to_do(string first, string second, string which, string element)
    {
        DataModel schema = Model(("job", [Text(first), Text(second)]), ("site", []));
        schema = schema with { Models = [schema.Models[0] with { BelongsTo = [new("site", "site")] }, schema.Models[1]] };

        CopyProblem problem = Assert.Single(CopyProblems.Of(schema));

        Assert.Equal("job", problem.Model);
        Assert.StartsWith($"The columns {which} differ only in case, ", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"Rename the field or relationship {element} in the schema", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_names_that_differ_only_in_case_do_not_clash()
        => Assert.Empty(CopyProblems.Of(Model((new string('n', 70), []), (new string('N', 70), []))));

    [Fact]
    public void Names_are_unique_short_repeatable_and_depend_on_their_model_alone()
    {
        var random = new Random(TestSeed.Next());
        for (int round = 0; round < 2_000; round++)
        {
            Model model = Any(random);
            var table = CopyTable.Of(model);

            Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.All(
                [table.Name, table.HistoryName, table.LabelsName, .. table.Columns.Select(column => column.Name)],
                name => Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, CopyNames.MaxBytes));
            Assert.Equal(table, CopyTable.Of(model with { Label = "Other" }));

            // Adding a field changes no name but that of a derived column which has the field's name.
            Model more = model with { Fields = [.. model.Fields, Text("zzz")] };
            Assert.Equal(
                table.Columns.Select(column => column.Name),
                CopyTable.Of(more).Columns.Select(column => column.Name).Where(name => name != "zzz"));
            string[] missing = [.. Members(model).Except(table.Columns.Select(column => column.Member!))];
            Assert.True(missing.Length == 0, $"No column for {string.Join(", ", missing)}.");
        }
    }

    /// <summary>The members that an object's JSON has according to the schema.</summary>
    private static IEnumerable<string> Members(Model model)
        => [.. model.Fields.Select(field => field.Name), .. model.BelongsTo.Select(link => link.Name + "_id")];

    private static Model Any(Random random)
    {
        HashSet<string> names = [.. Enumerable.Range(0, random.Next(12)).Select(_ => AnyName(random)).Where(name => name is not ("id" or "type"))];
        HashSet<string> links = [.. Enumerable.Range(0, random.Next(4)).Select(_ => AnyName(random))];
        return new Model(
            AnyName(random), "M", false,
            [.. names.Select(name => Text(name) with { Type = FieldTypeInfo.All[random.Next(FieldTypeInfo.All.Count)].Type })],
            [.. links.Select(name => new BelongsTo(name, "other"))],
            [], null, [], [], []);
    }

    private static string AnyName(Random random)
    {
        string name = string.Join('_', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));
        return random.Next(4) == 0 ? name + new string('n', random.Next(50, 70)) + random.Next(3) : name;
    }

    private static Field Text(string name) => new(name, "F", FieldType.Text, null, null, false, []);

    private static DataModel Model(params (string Name, Field[] Fields)[] models)
        => new([.. models.Select(model => new Model(model.Name, "M", false, model.Fields, [], [], null, [], [], []))], null);
}
