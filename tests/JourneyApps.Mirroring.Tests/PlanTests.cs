using System.Globalization;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Planning;
using JourneyApps.Mirroring.Sqlite;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Tests;

/// <summary>The plan is a function of what is there and what is wanted.</summary>
public class PlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_planned_for_the_same_data_model()
    {
        CopyPlan first = Plan(CopyCatalog.Empty, Schema("<field name=\"a\" label=\"A\" type=\"text\" />"));
        Assert.NotEmpty(first.Steps);
        CopyPlan second = Plan(first.After, Schema("<field name=\"a\" label=\"A\" type=\"text\" />"));
        Assert.Empty(second.Steps);
        Assert.Empty(second.Retiring);
        Assert.Empty(second.LoadedModels);
    }

    [Fact]
    public void A_new_field_is_a_column_and_a_removed_one_stays()
    {
        CopyPlan first = Plan(CopyCatalog.Empty, Schema("<field name=\"a\" label=\"A\" type=\"text\" />"));
        CopyPlan second = Plan(first.After, Schema("<field name=\"b\" label=\"B\" type=\"integer\" />"));
        Assert.Equal(["ALTER TABLE \"m\" ADD COLUMN \"b\" INTEGER"], second.Steps.Select(step => step.Statement));
        Assert.Equal([new RetiringColumn("m", "m", "a", "a")], second.Retiring);
        Assert.Equal(Now, second.After.Find("m")!.Columns.Single(column => column.Name == "a").RetiredAt);
    }

    [Fact]
    public void A_field_of_another_type_has_a_new_column_of_its_name_and_the_model_is_loaded_again()
    {
        CopyPlan first = Plan(CopyCatalog.Empty, Schema("<field name=\"cost\" label=\"C\" type=\"text\" />"));
        CopyPlan second = Plan(first.After, Schema("<field name=\"cost\" label=\"C\" type=\"number\" />"));
        Assert.Equal(
            ["ALTER TABLE \"m\" RENAME COLUMN \"cost\" TO \"_cost_1\"", "ALTER TABLE \"m\" ADD COLUMN \"cost\" REAL"],
            second.Steps.Select(step => step.Statement));
        Assert.Equal(["m"], second.LoadedModels);
        CopyPlan third = Plan(second.After, Schema("<field name=\"cost\" label=\"C\" type=\"date\" />"));
        Assert.Equal("ALTER TABLE \"m\" RENAME COLUMN \"cost\" TO \"_cost_2\"", third.Steps[0].Statement);
    }

    // SQLite and SQL Server ignore case in the names of columns.
    [Fact]
    public void A_retired_column_has_no_name_that_differs_from_another_only_in_case()
    {
        CopyPlan first = Plan(CopyCatalog.Empty, Schema("<field name=\"Cost\" label=\"C\" type=\"text\" />"));
        CopyPlan second = Plan(first.After, Schema("<field name=\"cost\" label=\"C\" type=\"text\" />"));
        Assert.Equal("ALTER TABLE \"m\" RENAME COLUMN \"Cost\" TO \"_Cost_1\"", second.Steps[0].Statement);

        CopyPlan third = Plan(second.After, Schema("<field name=\"cost\" label=\"C\" type=\"number\" />"));

        Assert.Equal(
            ["ALTER TABLE \"m\" RENAME COLUMN \"cost\" TO \"_cost_2\"", "ALTER TABLE \"m\" ADD COLUMN \"cost\" REAL"],
            third.Steps.Select(step => step.Statement));
    }

    [Fact]
    public void A_field_that_comes_back_with_another_type_has_a_new_column()
    {
        CopyCatalog there = Plan(CopyCatalog.Empty, Schema("<field name=\"a\" label=\"A\" type=\"text\" />")).After;
        CopyCatalog gone = Plan(there, Schema("")).After;
        CopyPlan back = Plan(gone, Schema("<field name=\"a\" label=\"A\" type=\"number\" />"));
        Assert.Equal(
            ["ALTER TABLE \"m\" RENAME COLUMN \"a\" TO \"_a_1\"", "ALTER TABLE \"m\" ADD COLUMN \"a\" REAL"],
            back.Steps.Select(step => step.Statement));
    }

    [Fact]
    public void The_values_of_a_field_that_comes_back_are_read_again()
    {
        CopyCatalog there = Plan(CopyCatalog.Empty, Schema("<field name=\"a\" label=\"A\" type=\"text\" /><field name=\"b\" label=\"B\" type=\"text\" />")).After;
        CopyCatalog gone = Plan(there, Schema("<field name=\"b\" label=\"B\" type=\"text\" />")).After;
        CopyPlan back = Plan(gone, Schema("<field name=\"a\" label=\"A\" type=\"text\" /><field name=\"b\" label=\"B\" type=\"text\" />"));
        MirrorPlanStep step = Assert.Single(back.Steps);
        Assert.Equal("UPDATE \"m\" SET \"a\" = NULL WHERE \"a\" IS NOT NULL", step.Statement);
        Assert.True(step.ChangesRows);
        Assert.NotNull(back.After.Find("m")!.Active("a"));
    }

    [Fact]
    public void A_statement_that_an_administrator_ran_is_not_planned_again()
    {
        CopyPlan first = Plan(CopyCatalog.Empty, Schema("<field name=\"a\" label=\"A\" type=\"text\" />"));
        DataModel wanted = Schema("<field name=\"a\" label=\"A\" type=\"number\" /><field name=\"b\" label=\"B\" type=\"text\" />");
        string[] columns = [.. CopyTable.Of(wanted.Models[0]).Columns.Select(column => column.Name)];
        CopyPlan rest = Plan(first.After, wanted, new DatabaseTable("m", [.. columns, "_a_1"]));
        Assert.DoesNotContain(rest.Steps, step => step.IsRequired);
    }

    [Fact]
    public void A_table_of_somebody_else_is_an_obstacle()
    {
        CopyPlan plan = Plan(CopyCatalog.Empty, Schema("<field name=\"a\" label=\"A\" type=\"text\" />"), new DatabaseTable("M", ["id", "name"]));
        Assert.Contains("did not create", Assert.Single(plan.Obstacles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_that_differ_only_in_case_are_refused_unless_one_is_left_out()
    {
        DataModel twins = SchemaParser.Parse(
            "<data-model><model name=\"job\" label=\"J\"><display>x</display></model><model name=\"Job\" label=\"J\"><display>x</display></model></data-model>").DataModel;
        CopyPlan plan = CopyPlanner.Plan(CopyCatalog.Empty, [], twins, new DatabaseMirrorOptions(), SqliteDialect.Instance, Now);
        Assert.Contains("differ only in case", plan.Obstacles[0].Message, StringComparison.Ordinal);
        var one = new DatabaseMirrorOptions { Models = ["job"] };
        Assert.Empty(CopyPlanner.Plan(CopyCatalog.Empty, [], twins, one, SqliteDialect.Instance, Now).Obstacles);
    }

    [Fact]
    public void A_model_with_too_many_fields_is_refused_with_words()
    {
        string fields = string.Concat(Enumerable.Range(0, 2_100).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"<field name=\"f{i}\" label=\"F\" type=\"text\" />")));
        CopyPlan plan = Plan(CopyCatalog.Empty, Schema(fields));
        Assert.Contains("more columns than sqlite allows", Assert.Single(plan.Obstacles).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_columns_of_the_view_of_labels_keep_their_order()
    {
        const string A = "<field name=\"a\" label=\"A\" type=\"single-choice\"><option key=\"x\">X</option></field>";
        const string B = "<field name=\"b\" label=\"B\" type=\"boolean\" />";
        CopyCatalog first = Plan(CopyCatalog.Empty, Schema(A)).After;
        CopyPlan second = Plan(first, Schema(B + A));
        string view = second.Steps.Last(step => step.Statement.StartsWith("CREATE VIEW", StringComparison.Ordinal)).Statement;
        Assert.True(view.IndexOf("AS \"a\"", StringComparison.Ordinal) < view.IndexOf("AS \"b\"", StringComparison.Ordinal), view);
        CopyPlan third = Plan(second.After, Schema(B));
        view = third.Steps.Last(step => step.Statement.StartsWith("CREATE VIEW", StringComparison.Ordinal)).Statement;
        Assert.Contains("CAST(NULL AS TEXT) AS \"a\"", view, StringComparison.Ordinal);
    }

    private static CopyPlan Plan(CopyCatalog catalog, DataModel dataModel, params DatabaseTable[] tables)
    {
        DatabaseTable[] known =
        [
            .. catalog.Models.Where(model => !tables.Any(table => table.Name == model.Table))
                .Select(model => new DatabaseTable(model.Table, [.. model.Columns.Select(column => column.Name)])),
        ];
        return CopyPlanner.Plan(catalog, [.. tables, .. known], dataModel, new DatabaseMirrorOptions(), SqliteDialect.Instance, Now);
    }

    private static DataModel Schema(string fields)
        => SchemaParser.Parse($"<data-model><model name=\"m\" label=\"M\">{fields}<display>x</display></model></data-model>").DataModel;
}
