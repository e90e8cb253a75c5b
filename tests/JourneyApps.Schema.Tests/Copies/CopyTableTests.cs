namespace JourneyApps.Schema.Tests.Copies;

/// <summary>The columns of a copy for each kind of field and relationship, and for members that share a name.</summary>
public sealed class CopyTableTests
{
    [Fact]
    public void Every_field_type_has_its_columns_in_a_fixed_order()
    {
        CopyTable table = TableOf("""
            <field name="title" label="T" type="text:name"/>
            <field name="count" label="C" type="integer"/>
            <field name="cost" label="C" type="number"/>
            <field name="due" label="D" type="date"/>
            <field name="started" label="S" type="datetime"/>
            <field name="done" label="D" type="boolean"/>
            <field name="state" label="S" type="single-choice"><option key="new">New</option></field>
            <field name="level" label="L" type="single-choice-integer"><option key="1">One</option></field>
            <field name="tags" label="T" type="multiple-choice"><option key="a">A</option></field>
            <field name="marks" label="M" type="multiple-choice-integer"><option key="1">One</option></field>
            <field name="place" label="P" type="location"/>
            <field name="photo" label="P" type="photo"/>
            <field name="sign" label="S" type="signature"/>
            <field name="report" label="R" type="attachment" media="application/pdf"/>
            <field name="path" label="P" type="track"/>
            <field name="odd" label="O" type="hologram"/>
            <belongs-to model="site"/>
            <belongs-to model="job" name="parent"/>
            """);

        Assert.Equal(("job", "job", "_job_history", "_job_labels"), (table.Model, table.Name, table.HistoryName, table.LabelsName));
        Assert.Equal(
            [
                "id Id Metadata id",
                "updated_at DateTime Metadata updated_at",
                "display Text Metadata display",
                "title Text Field title",
                "count Integer Field count",
                "cost Number Field cost",
                "due Date Field due",
                "started DateTime Field started",
                "done Boolean Field done",
                "state Key Field state",
                "level BigInteger Field level",
                "tags KeyArray Field tags",
                "marks BigIntegerArray Field marks",
                "place_latitude Number Location place.latitude",
                "place_longitude Number Location place.longitude",
                "place_altitude Number Location place.altitude",
                "place_horizontal_accuracy Number Location place.horizontal_accuracy",
                "place_vertical_accuracy Number Location place.vertical_accuracy",
                "place_timestamp DateTime Location place.timestamp",
                "photo_id Id FileId photo_id",
                "photo_state Key FileState photo.state",
                "sign_id Id FileId sign_id",
                "sign_state Key FileState sign.state",
                "report_id Id FileId report_id",
                "report_state Key FileState report.state",
                "path Json Field path",
                "odd Json Field odd",
                "site_id Id Link site_id -> site",
                "parent_id Id Link parent_id -> job",
                "_sequence BigInteger Sequence",
                "_deleted_at DateTime DeletedAt",
                "_other Json Other",
            ],
            table.Columns.Select(Text));
    }

    [Fact]
    public void A_field_with_the_name_of_a_link_s_id_is_the_same_column()
    {
        CopyTable table = TableOf("""<field name="site_id" label="S" type="text"/><belongs-to model="site"/>""");

        CopyColumn column = Assert.Single(table.Columns, column => column.Name == "site_id");
        Assert.Equal("site_id Id Link site_id -> site", Text(column));
        Assert.True(column.IsIndexed);
    }

    [Fact]
    public void A_field_with_the_name_of_a_file_s_id_is_the_same_column()
    {
        CopyTable table = TableOf("""<field name="photo_id" label="S" type="text"/><field name="photo" label="P" type="photo"/>""");

        Assert.Equal(["photo_id", "photo_state"], Own(table));
    }

    [Fact]
    public void A_file_and_a_link_of_one_name_share_the_column_with_the_id()
    {
        CopyTable table = TableOf("""<field name="site" label="S" type="photo"/><belongs-to model="site"/>""");

        Assert.Equal(["site_id", "site_state"], Own(table));
        Assert.Equal("site_id Id FileId site_id -> site", Text(table.Columns[3]));
    }

    [Fact]
    public void Fields_with_the_names_of_metadata_are_the_metadata()
    {
        CopyTable table = TableOf("""
            <field name="updated_at" label="U" type="datetime"/>
            <field name="display" label="D" type="integer"/>
            <field name="title" label="T" type="text"/>
            """);

        Assert.Equal(["title"], Own(table));
        Assert.Equal(CopyColumnKind.Text, table.Columns[2].Kind);
    }

    [Fact]
    public void A_derived_column_makes_room_for_a_field_of_its_name()
    {
        CopyTable table = TableOf("""
            <field name="photo" label="P" type="photo"/>
            <field name="photo_state" label="S" type="text"/>
            <field name="place" label="P" type="location"/>
            <field name="Place_Latitude" label="L" type="text"/>
            """);

        Assert.Equal(
            [
                "photo_id", "_photo_state", "photo_state",
                "_place_latitude", "place_longitude", "place_altitude", "place_horizontal_accuracy", "place_vertical_accuracy",
                "place_timestamp", "Place_Latitude",
            ],
            Own(table));
        Assert.Empty(CopyProblems.Of(SchemaOf(table)));

        static DataModel SchemaOf(CopyTable _) => Parse("""
            <model name="job" label="Job">
              <field name="place" label="P" type="location"/><field name="Place_Latitude" label="L" type="text"/><display>x</display>
            </model>
            """);
    }

    [Fact]
    public void Names_that_a_database_has_for_itself_get_an_underscore()
    {
        var table = CopyTable.Of(Parse("""
            <model name="sqlite_log" label="L"><field name="xmin" label="X" type="text"/><display>x</display></model>
            """).Models[0]);

        Assert.Equal(("_sqlite_log", "__sqlite_log_history"), (table.Name, table.HistoryName));
        Assert.Equal("_xmin Text Field xmin", Text(table.Columns[3]));
    }

    [Fact]
    public void The_data_model_names_its_members_and_the_type()
    {
        CopyTable table = TableOf("""<field name="photo" label="P" type="photo"/><belongs-to model="site"/>""");

        Assert.All(["id", "type", "updated_at", "display", "photo", "photo_id", "site_id"], member => Assert.True(table.NamesMember(member)));
        Assert.All(["site", "other", "_sequence"], member => Assert.False(table.NamesMember(member)));
    }

    [Fact]
    public void A_model_with_300_fields_has_a_column_for_each()
    {
        CopyTable table = TableOf(string.Concat(Enumerable.Range(0, 300).Select(i => $"""<field name="f{i}" label="F" type="text"/>""")));

        Assert.Equal(306, table.Columns.Count);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"f{i}"), Own(table));
    }

    [Fact]
    public void Tables_of_equal_models_are_equal()
    {
        const string Fields = """<field name="title" label="T" type="text"/>""";

        Assert.Equal(TableOf(Fields), TableOf(Fields));
        Assert.NotEqual(TableOf(Fields), TableOf(Fields.Replace("text", "integer", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Own(CopyTable table)
        => table.Columns.Where(column => column.Element is not null).Select(column => column.Name);

    private static string Text(CopyColumn column)
        => $"{column.Name} {column.Kind} {column.Source} {column.Member}".TrimEnd()
            + (column.Part is null ? "" : "." + column.Part)
            + (column.LinkedModel is null ? "" : " -> " + column.LinkedModel);

    private static CopyTable TableOf(string content) => CopyTable.Of(Parse($"""
        <model name="job" label="Job">{content}<display>x</display></model>
        <model name="site" label="Site"><display>x</display></model>
        """).FindModel("job")!);

    private static DataModel Parse(string models) => SchemaParser.Parse($"<data-model>{models}</data-model>", new SchemaOptions()).DataModel;
}
