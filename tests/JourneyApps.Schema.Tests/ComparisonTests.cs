namespace JourneyApps.Schema.Tests;

public sealed class ComparisonTests
{
    private const string Job = """
        <model name="job" label="Job">
          <field name="title" label="Title" type="text:name"/>
          <field name="cost" label="Cost" type="integer"/>
          <field name="state" label="State" type="single-choice"><option key="new">New</option><option key="busy">Busy</option></field>
          <field name="level" label="Level" type="single-choice-integer"><option key="0">Low</option><option key="10">Top</option></field>
          <field name="done" label="Done" type="boolean"><option key="false">No</option><option key="true">Yes</option></field>
          <field name="report" label="Report" type="attachment" media="application/pdf"/>
          <belongs-to model="site"/>
          <display>{title}</display>
          <index on="title,-cost" database="app,cloud"/>
          <webhook type="ready" name="hook"><field name="title"/></webhook>
        </model>
        """;

    private const string Site = """<model name="site" label="Site"><has-many name="jobs" model="job"/><display>x</display></model>""";

    [Theory]
    [InlineData(DataModelDetail.GeneratedCode)]
    [InlineData(DataModelDetail.Json)]
    [InlineData(DataModelDetail.Xml)]
    public void Equal_data_models_have_no_changes(DataModelDetail detail) =>
        Assert.Empty(DataModelComparison.Compare(Parse(Job + Site), Parse(Site + Job), detail));

    [Fact]
    public void Every_kind_of_change_is_found()
    {
        DataModel after = Parse("""
            <model name="job" label="Work" classification="sensitive">
              <field name="cost" label="Cost" type="number"/>
              <field name="state" label="State" type="single-choice"><option key="new">Fresh</option><option key="done">Done</option></field>
              <field name="level" label="Level" type="multiple-choice-integer"><option key="0">Low</option></field>
              <field name="done" label="Finished" type="boolean"><option key="false">No</option><option key="true">Sure</option></field>
              <field name="report" label="Report" type="attachment" media="any" auto-download="true"/>
              <field name="notes" label="Notes" type="text"/>
              <belongs-to name="site" model="place"/>
              <belongs-to name="boss" model="place"/>
              <display>{cost}</display>
              <index on="cost"/>
            </model>
            <model name="place" label="Place"><display>x</display></model>
            """);

        Assert.Equal(
            [
                """~ job: label "Job" -> "Work" """.Trim(),
                """~ job: display "{title}" -> "{cost}" """.Trim(),
                "- job.title: field text",
                """~ job.cost: type "integer" -> "number" """.Trim(),
                """~ job.state["new"]: label "New" -> "Fresh" """.Trim(),
                """- job.state["busy"]: option "Busy" """.Trim(),
                """+ job.state["done"]: option "Done" """.Trim(),
                """~ job.level: type "single-choice-integer" -> "multiple-choice-integer" """.Trim(),
                """~ job.done: label "Done" -> "Finished" """.Trim(),
                """~ job.done["true"]: label "Yes" -> "Sure" """.Trim(),
                """~ job.report: media type "application/pdf" -> "any" """.Trim(),
                """~ job.report: auto-download "false" -> "true" """.Trim(),
                "+ job.notes: field text",
                """~ job.site: belongs-to "site" -> "place" """.Trim(),
                "+ job.boss: belongs-to place",
                """~ job: classification "standard" -> "sensitive" """.Trim(),
                "- job: index title_cost on title,-cost (app cloud)",
                "+ job: index cost on cost (app cloud)",
                "- job: webhook hook ready title(required embedded present)",
                "- site: model",
                "+ place: model",
            ],
            DataModelComparison.Compare(Parse(Job + Site), after).Select(change => change.ToString()));
    }

    [Theory]
    [InlineData("""<field name="title" label="Title" type="text:name"/>""", "", "Structure, BreaksGeneratedCode, LosesStoredData")]
    [InlineData("type=\"integer\"", "type=\"number\"", "Structure, BreaksGeneratedCode")]
    [InlineData("type=\"integer\"", "type=\"text\"", "Structure, BreaksGeneratedCode, LosesStoredData")]
    [InlineData("<option key=\"busy\">Busy</option>", "", "Structure, BreaksWriting, BreaksBuild")]
    [InlineData("<option key=\"new\">New</option>", "<option key=\"new\">New</option><option key=\"x\">X</option>", "Structure")]
    [InlineData("<option key=\"new\">New</option>", "<option key=\"new\">Fresh</option>", "None")]
    [InlineData("<has-many name=\"jobs\" model=\"job\"/>", "", "Structure, BreaksBuild")]
    [InlineData("<display>{title}</display>", "<display>{cost}</display>", "None")]
    public void A_change_says_what_it_means_for_code_and_data(string was, string now, string impact)
    {
        string before = Job.Replace("<index on=\"title,-cost\" database=\"app,cloud\"/>", "", StringComparison.Ordinal) + Site;

        DataModelChange change = Assert.Single(DataModelComparison.Compare(Parse(before), Parse(before.Replace(was, now, StringComparison.Ordinal))));

        Assert.Equal(impact, change.Impact.ToString());
        Assert.Equal(impact.Contains("Breaks", StringComparison.Ordinal), change.BreaksGeneratedCode);
    }

    [Theory]
    [InlineData(DataModelDetail.GeneratedCode)]
    [InlineData(DataModelDetail.Json)]
    [InlineData(DataModelDetail.Xml)]
    public void A_removed_option_breaks_generated_code_but_not_programs_that_read(DataModelDetail detail)
    {
        DataModel deployed = Parse(Job.Replace("<option key=\"busy\">Busy</option>", "", StringComparison.Ordinal) + Site);

        DataModelChange change = Assert.Single(DataModelComparison.Compare(Parse(Job + Site), deployed, detail));

        Assert.True(change.BreaksGeneratedCode);
        Assert.False(change.Impact.HasFlag(DataModelImpact.BreaksReading));
        Assert.Equal(("job", "state", "busy"), (change.Model, change.Member, change.Option));
    }

    [Fact]
    public void Details_that_one_side_does_not_know_are_not_compared()
    {
        const string Json = """
            { "models": { "job": { "label": "Work", "fields": {
              "title": { "type": "text" }, "cost": { "type": "integer" }, "report": { "type": "attachment" },
              "state": { "type": "single-choice", "options": [ { "key": "new", "display": "New" }, { "key": "busy", "display": "Busy" } ] },
              "level": { "type": "single-choice-integer", "options": [ { "key": 0, "display": "Low" }, { "key": 10, "display": "Top" } ] },
              "done": { "type": "boolean", "options": [ { "key": true, "display": "Y" }, { "key": false, "display": "N" } ] } },
              "belongs_to": { "site": { "model": "site", "name": "site" } } }, "site": { "fields": {} } } }
            """;

        DataModel json = Parse(Json, isWhole: true);

        Assert.Empty(DataModelComparison.Compare(Parse(Job + Site), json, DataModelDetail.GeneratedCode));
        Assert.NotEmpty(DataModelComparison.Compare(Parse(Job + Site), json, DataModelDetail.Json));
        Assert.DoesNotContain(
            DataModelComparison.Compare(Parse(Job + Site), json, DataModelDetail.Json),
            change => change.Part is DataModelPart.MediaType or DataModelPart.Index or DataModelPart.Webhook || change.Member == "done" && change.Option is not null);
    }

    [Fact]
    public void Each_part_has_a_name() =>
        Assert.All(
            Enum.GetValues<DataModelPart>(),
            part => Assert.NotEmpty(new DataModelChange(DataModelChangeKind.Added, part, default, null, null, null, null, null).PartName));

    private static DataModel Parse(string models, bool isWhole = false) =>
        SchemaParser.Parse(isWhole ? models : $"<data-model>{models}</data-model>").DataModel;
}
