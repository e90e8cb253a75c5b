namespace JourneyApps.Schema.Tests;

public sealed class JsonTests
{
    private const string Job = """
        { "models": { "user": { "name": "user", "label": "User", "display": "{name}",
              "fields": { "name": { "name": "name", "label": "N\u00e4me \"x\"", "type": "text" } }, "belongs_to": {}, "has_many": {} },
            "job": { "name": "job", "label": "Job", "display": "x",
              "fields": {
                "done": { "name": "done", "label": "Done", "type": "boolean", "options": [ { "key": false, "display": "No" }, { "key": true, "display": "Yes" } ] },
                "open": { "name": "open", "label": "Open", "type": "boolean" },
                "state": { "name": "state", "label": "State", "type": "single-choice", "options": [ { "key": "in review", "display": "In review" } ] },
                "future": { "name": "future", "label": "Future", "type": "hologram", "options": [ 1, null ] },
                "picture": { "name": "picture", "label": "Picture", "type": "photo" } },
              "belongs_to": { "assignee": { "model": "user", "name": "assignee", "inverse_of": "jobs" },
                              "reviewer": { "model": "user", "name": "reviewer", "inverse_of": "reviews" } },
              "has_many": {} } },
          "app_user": "user", "datamodel_hash": "x", "more": [1.5e-3, true, {}] }
        """;

    [Fact]
    public void The_other_side_of_a_relationship_is_found_where_only_its_name_is_given()
    {
        DataModel model = SchemaParser.Parse(Job).DataModel;
        Assert.Equal([new HasMany("jobs", "job", "assignee"), new HasMany("reviews", "job", "reviewer")], model.FindModel("user")!.HasMany);
        Assert.Equal("reviewer", model.FindInverse(model.FindModel("user")!, model.FindModel("user")!.HasMany[1])!.Name);
    }

    [Fact]
    public void Options_and_labels_are_read_as_the_API_gives_them()
    {
        DataModel model = SchemaParser.Parse(Job).DataModel;
        Assert.Equal("Näme \"x\"", model.Models[0].Fields[0].Label);
        Field[] fields = [.. model.FindModel("job")!.Fields];
        Assert.Equal(fields[0].Options, fields[1].Options);
        Assert.Equal([new FieldOption("false", null, "No"), new FieldOption("true", null, "Yes")], fields[0].Options);
        Assert.Equal([new FieldOption("in review", null, "In review")], fields[2].Options);
        Assert.Equal(FieldType.Photo, fields[4].Type);
    }

    [Fact]
    public void A_type_that_is_newer_than_we_are_is_a_warning_at_its_place()
    {
        ParsedSchema parsed = SchemaParser.Parse(Job);
        SchemaDiagnostic finding = Assert.Single(parsed.Diagnostics);
        Assert.Equal((SchemaRules.JsonTypeUnknown, "job"), (finding.Rule, finding.Model));
        Assert.Equal("hologram", Job.Substring(finding.Range!.Start, finding.Range.Length));
        Assert.Empty(parsed.FaultyModels);
        Assert.Equal(FieldType.Unknown, parsed.DataModel.FindModel("job")!.Fields[3].Type);
    }

    [Fact]
    public void Elements_are_found_in_the_text()
    {
        SchemaPositions positions = SchemaParser.Parse(Job).Positions;
        Assert.Equal("job", At(new ElementPath(ElementKind.Model, "job")));
        Assert.Equal("state", At(new ElementPath(ElementKind.Field, "job", "state")));
        Assert.Equal("in review", At(new ElementPath(ElementKind.Option, "job", "state", 0)));
        Assert.Equal("assignee", At(new ElementPath(ElementKind.BelongsTo, "job", "assignee")));
        Assert.Equal("jobs", At(new ElementPath(ElementKind.HasMany, "user", "jobs")));
        Assert.Null(At(new ElementPath(ElementKind.Option, "job", "open", 0)));

        string? At(ElementPath path) => positions.TryFind(path, out TextRange? range) ? Job.Substring(range.Start, range.Length) : null;
    }

    [Theory]
    [InlineData("{", 0, 0)]
    [InlineData("{\n  \"models\": [\n", 1, 13)]
    [InlineData("{ \"models\": { \"a\" 1 } }", 0, 18)]
    [InlineData("{ 'models': {} }", 0, 2)]
    [InlineData("{ \"models\": {} } x", 0, 17)]
    [InlineData("{ \"models\": 01 }", 0, 13)]
    [InlineData("{ \"models\": \"a\nb\" }", 0, 14)]
    [InlineData("{ \"models\": \"\\q\" }", 0, 15)]
    [InlineData("{ \"models\": {}, }", 0, 16)]
    public void Malformed_JSON_is_one_error_at_its_place(string text, int line, int column)
    {
        SchemaDiagnostic finding = Assert.Single(SchemaParser.Parse(text).Diagnostics);
        Assert.Equal(SchemaRules.JsonMalformed, finding.Rule);
        Assert.Equal((line, column), (finding.Range!.StartLine, finding.Range.StartColumn));
    }

    [Theory]
    [InlineData("{ \"models\": [] }", "JA2032", "")]
    [InlineData("{ }", "JA2032", "")]
    [InlineData("{ \"models\": { \"a\": 1 } }", "JA2032", "")]
    [InlineData("{ \"models\": { \"a\": { \"fields\": [] } } }", "JA2032", "a")]
    [InlineData("{ \"models\": { \"a\": { \"fields\": { \"f\": 1 } } } }", "JA2032", "a")]
    [InlineData("{ \"models\": { \"a\": { \"belongs_to\": { \"b\": { \"model\": \"b\" } } } } }", "JA2032", "a")]
    public void JSON_of_another_shape_is_an_error_of_its_model(string text, string rule, string faulty)
    {
        ParsedSchema parsed = SchemaParser.Parse(text);
        Assert.Equal(rule, Assert.Single(parsed.Diagnostics).Rule.Id);
        Assert.Equal(faulty, string.Join(" ", parsed.FaultyModels));
    }

    [Fact]
    public void Deep_nesting_ends_in_a_finding()
    {
        string text = "{\"models\":" + new string('[', 1_000_000);
        Assert.Equal(SchemaRules.JsonMalformed, Assert.Single(SchemaParser.Parse(text).Diagnostics).Rule);
    }
}
