namespace JourneyApps.Schema.Tests;

/// <summary>What the models hold, beyond the findings.</summary>
public sealed class ModelTests
{
    private static readonly string Text = File.ReadAllText(TestFiles.Find("Samples/field-service.xml"));
    private static readonly ParsedSchema Sample = SchemaParser.Parse(Text);

    private static Model Job => Sample.DataModel.FindModel("job")!;

    [Fact]
    public void Every_type_of_field_is_read() =>
        Assert.Equal(
            [
                FieldType.Text, FieldType.Text, FieldType.Integer, FieldType.Number, FieldType.Date, FieldType.DateTime, FieldType.Boolean,
                FieldType.SingleChoice, FieldType.MultipleChoice, FieldType.MultipleChoiceInteger, FieldType.Location, FieldType.Track,
                FieldType.Photo, FieldType.Signature,
            ],
            Job.Fields.Select(field => field.Type));

    [Fact]
    public void Fields_carry_what_they_declare()
    {
        Assert.Equal("paragraph", Job.Fields[1].Subtype);
        Assert.True(Job.Fields[12].AutoDownload);
        Assert.False(Job.Fields[13].AutoDownload);
        Assert.Equal("application/pdf", Sample.DataModel.FindModel("asset")!.Fields[1].Media);
        Assert.Equal("Notes & remarks", Sample.DataModel.FindModel("customer")!.Fields[1].Label);
        Assert.True(Sample.DataModel.FindModel("customer")!.Sensitive);
        Assert.False(Job.Sensitive);
    }

    [Fact]
    public void Options_have_keys_numbers_and_labels()
    {
        Assert.Equal(["new", "busy", "in review", "done"], Job.Fields[7].Options.Select(option => option.Key));
        Assert.Equal([3, 1], Job.Fields[9].Options.Select(option => option.Number));
        Assert.Equal([0, 1, 10, 11], Sample.DataModel.FindModel("asset")!.Fields[2].Options.Select(option => option.Number));
        Assert.Equal([new("true", null, "Urgent"), new("false", null, "Normal")], Job.Fields[6].Options);
        Assert.Equal([new("false", null, "No"), new("true", null, "Yes")], Sample.DataModel.FindModel("task")!.Fields[1].Options);
    }

    [Theory]
    [InlineData("12abc", "12")]
    [InlineData("1.9", "1")]
    [InlineData("0x10", "0")]
    [InlineData("010", "10")]
    [InlineData(" 7 ", "7")]
    [InlineData("+21", "21")]
    [InlineData("-0", "0")]
    [InlineData("3000000000", "3000000000")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("9223372036854775807", null)]
    [InlineData("-9223372036854775808", null)]
    [InlineData("9223372036854775808", null)]
    [InlineData("99999999999999999999999999999999999999999999", null)]
    [InlineData("abc", null)]
    [InlineData(" ", null)]
    [InlineData("-", null)]
    public void Integer_keys_are_read_as_leniently_as_JavaScript_does(string key, string? expected)
    {
        ParsedSchema parsed = SchemaParser.Parse(
            $"<data-model><model name='a' label='A'><field name='f' label='F' type='single-choice-integer'><option key='{key}'>L</option></field><display/></model></data-model>");
        FieldOption option = Assert.Single(parsed.DataModel.Models[0].Fields[0].Options);
        Assert.Equal(expected, option.Key);
        Assert.Equal(expected, option.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(parsed.Diagnostics);
    }

    [Fact]
    public void Relationships_find_their_other_side()
    {
        Model user = Sample.DataModel.FindModel("user")!;
        Assert.Equal("reviewer", Sample.DataModel.FindInverse(user, user.HasMany[1])!.Name);
        Model site = Sample.DataModel.FindModel("site")!;
        Assert.Equal(new BelongsTo("site", "site"), Sample.DataModel.FindInverse(site, site.HasMany[0]));
        Assert.Equal([new("site", "site"), new("assignee", "user"), new("reviewer", "user")], Job.BelongsTo);
    }

    [Fact]
    public void Everything_else_of_a_model_is_there_too()
    {
        Assert.Equal("{title} ({site.name}) {cost:.2f}", Job.Display);
        Assert.Equal("{text} at {at}", Sample.DataModel.FindModel("event")!.Display);
        Assert.Equal("{number}", Sample.DataModel.FindModel("part")!.Display);
        Assert.Equal([new("by_state", [new("state", false), new("due", true)], true, true)], Job.Indexes);
        Assert.Equal(new ModelIndex("name", [new("name", false)], true, false), Sample.DataModel.FindModel("site")!.Indexes[0]);
        Assert.Equal([new("{title}", "started_at", "assignee", "count")], Job.NotifyUsers);
        Assert.Equal(
            [
                new("job_done", "ready", null, null, [new("picture", true, false, "uploaded"), new("site", true, true, "present")]),
                new("cloudcode_job_update_sync_job", "update", "cloudcode", "sync_job", []),
            ],
            Job.Webhooks);
    }

    [Fact]
    public void Defaults_of_names_follow_the_platform()
    {
        Model model = Parse("<index on='a,-b'/><webhook type='ready'/><display/>");
        Assert.Equal("a_b", model.Indexes[0].Name);
        Assert.Equal("m_ready", model.Webhooks[0].Name);
        Assert.Equal("a_b", Parse("<index on='-a,-b'/><display/>").Indexes[0].Name);

        static Model Parse(string rest) => Assert.Single(SchemaParser.Parse(
            $"<data-model><model name='m' label='M'><field name='a' label='' type='text'/><field name='b' label='' type='text'/>{rest}</model></data-model>").DataModel.Models);
    }

    [Theory]
    [InlineData(nameof(ElementKind.Model), "job", null, -1, "job")]
    [InlineData(nameof(ElementKind.Field), "job", "state", -1, "state")]
    [InlineData(nameof(ElementKind.Option), "job", "state", 2, "in review")]
    [InlineData(nameof(ElementKind.Option), "asset", "kind", 0, "option")]
    [InlineData(nameof(ElementKind.Option), "asset", "kind", 2, "10")]
    [InlineData(nameof(ElementKind.Option), "job", "levels", 1, "1")]
    [InlineData(nameof(ElementKind.BelongsTo), "job", "site", -1, "site")]
    [InlineData(nameof(ElementKind.BelongsTo), "job", "assignee", -1, "assignee")]
    [InlineData(nameof(ElementKind.HasMany), "user", "reviews", -1, "reviews")]
    [InlineData(nameof(ElementKind.Option), "task", "done", 0, null)]
    [InlineData(nameof(ElementKind.Option), "job", "state", 4, null)]
    [InlineData(nameof(ElementKind.Field), "job", "none", -1, null)]
    [InlineData(nameof(ElementKind.Model), "none", null, -1, null)]
    public void Elements_are_found_in_the_text(string kind, string model, string? member, int option, string? expected)
    {
        bool found = Sample.Positions.TryFind(new ElementPath(Enum.Parse<ElementKind>(kind), model, member, option), out TextRange? range);
        Assert.Equal(expected is not null, found);
        if (range is null) return;
        Assert.Equal(expected, Text.Substring(range.Start, range.Length));
        Assert.Equal(expected, Text.Split('\n')[range.StartLine][range.StartColumn..range.EndColumn]);
    }

    [Fact]
    public void Data_models_made_by_hand_are_equal_by_value()
    {
        static DataModel Make() => new([new Model("job", "Job", false, [Title()], [], [], null, [new("title", [new("title", false)], true, true)], [], [])], null);
        static Field Title() => new("title", "Title", FieldType.Text, null, null, false, []);

        Assert.Equal(Make(), Make());
        Assert.Equal(Make().GetHashCode(), Make().GetHashCode());
        Assert.Equal(SchemaParser.Parse("""
            <data-model><model name="job" label="Job"><field name="title" label="Title" type="text"/><display/><index on="title"/></model></data-model>
            """).DataModel.Models[0] with { Display = null }, Make().Models[0]);
        Assert.NotEqual(Make(), Make() with { Models = [] });
    }

    [Fact]
    public void Faulty_models_are_those_with_an_error_of_their_own()
    {
        ParsedSchema parsed = SchemaParser.Parse(
            """
            <data-model>
              <model name="good" label="G"><display/></model>
              <model name="warned" label="W"><field name="x_id" label="" type="text"/><display/></model>
              <model name="bad" label="B"><field name="x" label="" type="nothing"/><display/></model>
              <model name="linked" label="L"><belongs-to model="missing"/><display/></model>
              <model name="twice" label="1"><display/></model>
              <model name="twice" label="2"><display/></model>
            </data-model>
            """);
        Assert.Equal(["bad", "linked", "twice"], parsed.FaultyModels);
        Assert.Equal(["good", "warned", "bad", "linked", "twice"], parsed.DataModel.Models.Select(model => model.Name));
        Assert.Equal(["bad", "linked", "twice", "warned"], parsed.Diagnostics.Select(finding => finding.Model).Order());
        Assert.Equal(FieldType.Unknown, parsed.DataModel.FindModel("bad")!.Fields[0].Type);
        Assert.Equal("1", parsed.DataModel.FindModel("twice")!.Label);
    }

    [Fact]
    public void A_second_model_of_a_name_adds_to_the_first_as_on_the_platform()
    {
        ParsedSchema parsed = SchemaParser.Parse(
            "<data-model><model name='a' label='A'><belongs-to model='a' name='p'/><display>x</display></model>"
            + "<model name='a' label='B'><field name='t' label='' type='text'/><belongs-to model='a' name='p'/><belongs-to model='a' name='q'/><display>{t}</display></model></data-model>");
        Assert.Equal(
            [SchemaRules.ModelRepeated, SchemaRules.RelationshipRepeated, SchemaRules.DisplayNameUndefined],
            parsed.Diagnostics.Select(finding => finding.Rule));
        Assert.Equal(["p", "q"], Assert.Single(parsed.DataModel.Models).BelongsTo.Select(link => link.Name));
    }

    [Fact]
    public void Relationships_that_lead_nowhere_are_kept_as_declared()
    {
        ParsedSchema parsed = SchemaParser.Parse(
            "<data-model><model name='a' label='A'><belongs-to model='none'/><has-many model='a' name='many'/><display>{none.x}</display><index on='none'/></model></data-model>");
        Model model = Assert.Single(parsed.DataModel.Models);
        Assert.Equal("none", Assert.Single(model.BelongsTo).Model);
        Assert.Null(parsed.DataModel.FindInverse(model, Assert.Single(model.HasMany)));
        Assert.Equal(
            [SchemaRules.ModelUndefined, SchemaRules.BelongsToMissing, SchemaRules.IndexKeyUndefined, SchemaRules.DisplayNameUndefined],
            parsed.Diagnostics.Select(finding => finding.Rule));
    }

    [Fact]
    public void Two_displays_are_none() =>
        Assert.Null(SchemaParser.Parse("<data-model><model name='a' label='A'><display>x</display><display>y</display></model></data-model>").DataModel.Models[0].Display);

    [Fact]
    public void Messages_are_one_line_of_bearable_length_whatever_the_schema_holds()
    {
        string name = "a\r\n\u2028b\u0085" + new string('x', 100_000);
        SchemaDiagnostic finding = SchemaParser.Parse($"<data-model><model name='{name}' label='A'><display/></model></data-model>").Diagnostics[0];
        Assert.Equal(SchemaRules.NameInvalid, finding.Rule);
        Assert.StartsWith("'a  b xxx", finding.Message, StringComparison.Ordinal);
        Assert.InRange(finding.Message.Length, 1000, 1200);
        Assert.DoesNotContain(finding.Message, char.IsControl);
    }

    [Fact]
    public void A_null_text_is_the_one_thing_that_throws() => Assert.Throws<ArgumentNullException>(() => SchemaParser.Parse(null!));
}
