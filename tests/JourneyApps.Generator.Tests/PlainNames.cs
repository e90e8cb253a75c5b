using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema.Naming;
using Microsoft.CodeAnalysis;

namespace JourneyApps.Generator.Tests;

public class PlainNames
{
    [Theory]
    [InlineData("job", "Job")]
    [InlineData("work_item", "WorkItem")]
    [InlineData("workItem", "WorkItem")]
    [InlineData("GPS", "GPS")]
    [InlineData("gps_v2", "GpsV2")]
    [InlineData("address_1", "Address1")]
    [InlineData("a__b_", "AB")]
    [InlineData("class", "Class")]
    public void Schema_names_become_pascal_case(string name, string expected) => Assert.Equal(expected, Identifier.FromSchemaName(name));

    [Theory]
    [InlineData("in review", "x", "InReview")]
    [InlineData("1", "Low", "Low")]
    [InlineData("-5", "", "ValueMinus5")]
    [InlineData("1st", "x", "Value1st")]
    [InlineData("10", "20", "Value10")]
    [InlineData("<", "Less", "Less")]
    [InlineData("€", "", "ValueU20AC")]
    [InlineData("🙂", "🙂", "ValueUD83DUDE42")]
    [InlineData("日本語", "x", "日本語")]
    [InlineData("i", "x", "I")]
    [InlineData("ı", "x", "ı")]
    [InlineData("\u2028", "line", "Line")]
    [InlineData("null", "x", "Null")]
    public void Options_are_named_by_their_keys_and_numbers_by_their_labels(string key, string label, string expected) =>
        Assert.Equal(expected, OptionNamer.PlainName(key, label));

    [Theory]
    [InlineData("Job", "Jobs")]
    [InlineData("Category", "Categories")]
    [InlineData("Day", "Days")]
    [InlineData("Bus", "Buses")]
    [InlineData("Box", "Boxes")]
    [InlineData("Branch", "Branches")]
    [InlineData("TaskModel", "TaskModels")]
    public void Sets_are_named_by_the_plural(string name, string expected) => Assert.Equal(expected, Plural.Of(name));

    [Theory]
    [InlineData("display", "DisplayValue")]
    [InlineData("to_string", "ToStringValue")]
    [InlineData("thing", "ThingValue")]
    [InlineData("has_changes", "HasChangesValue")]
    [InlineData("title_specified", "TitleSpecifiedValue")]
    public void A_reserved_member_gets_a_suffix_and_one_info(string field, string expected)
    {
        var run = Run.Of(Schemas.OfModel("thing", Schemas.Text(field)));

        Assert.Contains($"public string? {expected} ", run.Sources["JourneyApp.Thing.g.cs"], StringComparison.Ordinal);
        Diagnostic finding = Assert.Single(run.Findings, found => found.Id == "JA2051");
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
    }

    [Theory]
    [InlineData("task", "TaskModel")]
    [InlineData("file", "FileModel")]
    [InlineData("photo", "PhotoModel")]
    [InlineData("system", "SystemModel")]
    [InlineData("acme", "AcmeModel")]
    [InlineData("field", "FieldModel")]
    [InlineData("journey_app", "JourneyAppModel")]
    public void A_model_whose_name_your_files_already_see_gets_a_suffix_and_one_info(string model, string expected)
    {
        var run = Run.Of(Schemas.OfModel(model, ""));

        Assert.Contains($"JourneyApp.{expected}.g.cs", run.Sources.Keys);
        Assert.Equal("JA2050", Assert.Single(run.Findings).Id);
    }

    [Fact]
    public void Names_do_not_depend_on_the_order_of_declaration()
    {
        string[] fields = ["foo_bar", "fooBar", "FooBar", "foo__bar", "FOO_BAR", "address_1", "address1", "x", "X"];
        string forwards = Properties(fields);
        Array.Reverse(fields);

        Assert.Equal(forwards, Properties(fields));

        static string Properties(string[] fields) => string.Join('\n', Run.Of(Schemas.OfModel("thing", string.Concat(fields.Select(Schemas.Text))))
            .Sources["JourneyApp.Thing.g.cs"].Split('\n')
            .Where(line => line.StartsWith("    public _j.TextField ", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_field_and_a_belongs_to_of_one_name_are_both_there()
    {
        var run = Run.Of(Schemas.Of(
            Schemas.Model("room"), Schemas.Model("asset", Schemas.Text("room") + Schemas.Text("room_id") + "<belongs-to model=\"room\"/>")));

        string asset = run.Sources["JourneyApp.Asset.g.cs"];
        Assert.Contains("public string? Room ", asset, StringComparison.Ordinal);
        Assert.Contains("public string? RoomId ", asset, StringComparison.Ordinal);
        Assert.Contains("public _j.Id<Room>? RoomIdLink ", asset, StringComparison.Ordinal);
        Assert.Contains("public Room? RoomLink ", asset, StringComparison.Ordinal);
        Assert.Single(asset.Split("[_m(Name = \"room_id\")]").Skip(1));
        Assert.Empty(run.Compile());
    }

    [Fact]
    public void A_has_many_whose_inverse_points_elsewhere_is_left_out_with_one_info()
    {
        var run = Run.Of(Schemas.Of(
            Schemas.Model("a", "<has-many model=\"b\" name=\"bs\" inverse-of=\"c\"/>"), Schemas.Model("c"), Schemas.Model("b", "<belongs-to model=\"c\"/>")));

        Assert.Equal("JA2056", Assert.Single(run.Findings).Id);
        Assert.DoesNotContain("BsOf", run.Sources["JourneyApp.A.g.cs"], StringComparison.Ordinal);
    }
}
