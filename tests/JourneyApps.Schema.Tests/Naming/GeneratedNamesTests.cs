namespace JourneyApps.Schema.Tests.Naming;

public sealed class GeneratedNamesTests
{
    private static readonly ParsedSchema Schema = SchemaParser.Parse(
        """
        <data-model>
          <model name="site" label="Site">
            <field name="name" label="Name" type="text"/>
            <has-many model="task" name="tasks"/>
            <display>x</display>
          </model>
          <model name="task" label="Task">
            <field name="display" label="D" type="text"/>
            <field name="state" label="S" type="single-choice"><option key="in &quot;review&quot;">R</option><option key="done">D</option></field>
            <belongs-to model="site"/>
            <display>x</display>
          </model>
        </data-model>
        """);

    [Fact]
    public void Every_model_member_and_option_has_its_name() => Assert.Equal(
        [
            "site = Site", "site[] = Sites", "site.name = Name", "site.tasks = TasksOf",
            "task = TaskModel", "task[] = TaskModels", "task.display = DisplayValue", "task.state = State",
            "task.state[\"in \\\"review\\\"\"] = InReview", "task.state[\"done\"] = Done", "task.site_id = SiteId", "task.site = Site",
        ],
        GeneratedNames.Resolve(Schema).Names.Select(name => $"{name.Key} = {name.Name}"));

    [Fact]
    public void Renamed_elements_have_a_diagnostic_at_their_position() => Assert.Equal(
        ["JA2050 task 7", "JA2051 task 8"],
        GeneratedNames.Resolve(Schema).Diagnostics.Select(found => $"{found.Rule.Id} {found.Model} {found.Range!.StartLine + 1}"));

    [Fact]
    public void Overrides_replace_names_and_are_read_back_from_the_list()
    {
        var usual = GeneratedNames.Resolve(Schema);
        var overrides = NameOverrideFile.Parse(string.Join('\n', usual.Names
            .Where(name => name.Key is "task" or "task.display" || name.Key.Contains('"', StringComparison.Ordinal))
            .Select(name => $"{name.Key} = {name.Name}Chosen")));
        var names = GeneratedNames.Resolve(Schema, overrides);
        Assert.Empty(names.Diagnostics);
        Assert.Empty(names.OverrideDiagnostics);
        Assert.Equal(4, names.Names.Count(name => name.Name.EndsWith("Chosen", StringComparison.Ordinal)));
    }

    [Fact]
    public void Lines_that_cannot_be_used_have_a_diagnostic_at_their_line()
    {
        var overrides = NameOverrideFile.Parse("task\ntask = Task\n# comment\nnothing = Nothing\ntask = Other\nsite = a b");
        var names = GeneratedNames.Resolve(Schema, overrides);
        Assert.Equal(["JA2060 1", "JA2064 5", "JA2062 6"], overrides.Diagnostics.Select(Line));
        Assert.Equal(["JA2060 1", "JA2064 5", "JA2062 6", "JA2063 2", "JA2061 4"], names.OverrideDiagnostics.Select(Line));
        Assert.Contains(new GeneratedName("task", "TaskModel"), names.Names);

        static string Line(SchemaDiagnostic found) => $"{found.Rule.Id} {found.Range!.StartLine + 1}";
    }

    [Theory]
    [InlineData("?", "JA2060")]
    [InlineData("nothing{0} = Nothing", "JA2061")]
    public void A_file_of_noise_has_as_many_diagnostics_as_a_schema(string line, string id)
    {
        string text = string.Join('\n', Enumerable.Range(0, 30_000).Select(number => line.Replace("{0}", $"{number}", StringComparison.Ordinal)));

        var found = GeneratedNames.Resolve(Schema, NameOverrideFile.Parse(text)).OverrideDiagnostics;

        Assert.Equal(10_001, found.Count);
        Assert.All(found.Take(10_000), diagnostic => Assert.Equal(id, diagnostic.Rule.Id));
        Assert.Equal(("JA2043", 10_000), (found[^1].Rule.Id, found[^1].Range!.StartLine));
    }

    [Fact]
    public void Parts_of_the_namespace_and_the_client_are_not_names_of_models() => Assert.Contains(
        new GeneratedName("site", "SiteModel"), GeneratedNames.Resolve(Schema, ns: "Acme.Site").Names);

    [Fact]
    public void Models_with_errors_and_other_documents_have_no_names()
    {
        Assert.Empty(GeneratedNames.Resolve(SchemaParser.Parse("<beans/>")).Names);
        ParsedSchema faulty = SchemaParser.Parse("<data-model><model name=\"job\" label=\"J\"><field name=\"x\" label=\"X\" type=\"txt\"/></model></data-model>");
        Assert.Empty(GeneratedNames.Resolve(faulty).Names);
    }
}
