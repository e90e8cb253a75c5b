using System.Text.Json;
using JourneyApps.Deployments;
using JourneyApps.Internal.Features.Deployments;

namespace JourneyApps.Runtime.Tests.Deployment;

public class DataModelComparisonTests
{
    private static readonly ModelDescription Job = new("job",
    [
        new("title", "text", null, null),
        new("cost", "integer", null, null),
        new("state", "single-choice", null, [new("new", "New"), new("busy", "Busy")]),
        new("site", "belongs-to", "site", null),
    ]);

    private const string SameJob = """
        "job": { "fields": { "title": { "type": "text" }, "cost": { "type": "integer" },
                 "state": { "type": "single-choice", "options": [ { "key": "new", "display": "New" }, { "key": "busy", "display": "Busy" } ] } },
                 "belongs_to": { "site": { "model": "site", "name": "site" } } }
        """;

    [Fact]
    public void Equal_models_have_no_differences() => Assert.Empty(Compare($$"""{ "models": { {{SameJob}} } }"""));

    [Fact]
    public void Every_kind_of_difference_is_found()
    {
        IReadOnlyList<DataModelDifference> differences = Compare("""
            { "models": {
              "job": { "fields": { "cost": { "type": "number" }, "notes": { "type": "text" },
                       "state": { "type": "single-choice", "options": [ { "key": "new", "display": "Fresh" }, { "key": "done", "display": "Done" } ] } },
                       "belongs_to": { "site": { "model": "place" }, "boss": { "model": "person" } } },
              "place": { "fields": {} } } }
            """,
            new ModelDescription("site", []));

        Assert.Equal(
            [
                "FieldRemoved job.title (was text)",
                "FieldRetyped job.cost (integer, now number)",
                "OptionRelabeled job.state (new \"New\", now \"Fresh\")",
                "OptionRemoved job.state (was busy)",
                "OptionAdded job.state (now done)",
                "RelationshipRetargeted job.site (site, now place)",
                "FieldAdded job.notes (now text)",
                "FieldAdded job.boss (now belongs-to person)",
                "ModelRemoved site (was site)",
                "ModelAdded place (now place)",
            ],
            differences.Select(difference => difference.ToString()));
        Assert.Equal(
            [DataModelChange.FieldRemoved, DataModelChange.FieldRetyped, DataModelChange.RelationshipRetargeted, DataModelChange.ModelRemoved],
            differences.Where(difference => difference.IsBreaking).Select(difference => difference.Change));
    }

    [Fact]
    public void Keys_that_are_numbers_or_booleans_compare_as_text()
    {
        var compiled = new ModelDescription("job",
        [
            new("level", "single-choice-integer", null, [new("0", "Low"), new("10", "Top")]),
            new("done", "boolean", null, null),
        ]);
        Assert.Empty(Compare([compiled], """
            { "models": { "job": { "fields": {
              "level": { "type": "single-choice-integer", "options": [ { "key": 0, "display": "Low" }, { "key": 10, "display": "Top" } ] },
              "done": { "type": "boolean", "options": [ { "key": true, "display": "Yes" }, { "key": false, "display": "No" } ] } } } } }
            """));
    }

    private static IReadOnlyList<DataModelDifference> Compare(string deployed, params ModelDescription[] more) => Compare([Job, .. more], deployed);

    private static IReadOnlyList<DataModelDifference> Compare(IReadOnlyList<ModelDescription> compiled, string deployed)
        => DataModelComparison.Compare(compiled, DataModelReader.Read(JsonDocument.Parse(deployed).RootElement, null));
}
