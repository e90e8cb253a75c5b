using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>Source generators of other libraries, and Razor components, beside ours.</summary>
public sealed partial class GeneratorTests(ConsumerFolder folder)
{
    private static readonly string Page = File.ReadAllText(Path.Combine(BuildFacts.RepoRoot, "docs", "other-libraries.md"));

    [Fact]
    public async Task With_the_models_in_a_library_Mapperly_Refit_contexts_logging_and_generated_endpoints_see_them()
    {
        (int exitCode, string output) = await folder.RunAsync("Generators", "run", "-v:q");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Refit and endpoints: Replace pump busy True\n", output, StringComparison.Ordinal);
        Assert.Contains("Mapperly: Replace pump 2026-12-01\n", output, StringComparison.Ordinal);
        Assert.Contains("Context: {\"a\":\"busy\"}\n", output, StringComparison.Ordinal);
        Assert.Contains("0b0c7a3e-6f5c-4d8c-8d5e-1a2b3c4d5e01 is Busy", output, StringComparison.Ordinal);
    }

    /// <summary>The same code in the project that generates the models: JA2070 at each place, and the errors that the page quotes.</summary>
    [Fact]
    public async Task In_the_project_of_the_models_each_is_warned_about_and_fails_in_the_words_of_the_page()
    {
        (int withUsings, string output) = await folder.RunAsync("GeneratorsNaive", "build", "-m:1");
        (int withoutUsings, string more) = await folder.RunAsync("GeneratorsNaive", "build", "-m:1", "-p:JourneyAppsGlobalUsings=false");

        Assert.Equal((1, 1), (withUsings, withoutUsings));
        Assert.Equal(
            [
                "Endpoints.cs: 'Job' contains the generated type 'Job', which the request delegate generator cannot see in this project; generate the models in a class library",
                "RowButton.razor.cs: 'EventCallback<Job>' contains the generated type 'Job', which the Razor source generator cannot see in this project; generate the models in a class library",
                "Uses.cs: 'Dictionary<string, Choice<JobState>>' contains the generated type 'JobState', which the System.Text.Json source generator cannot see in this project; use JourneyJson.Resolver instead",
                "Uses.cs: 'Job' contains the generated type 'Job', which Mapperly cannot see in this project; generate the models in a class library",
                "Uses.cs: 'Job' contains the generated type 'Job', which the System.Text.Json source generator cannot see in this project; use JourneyJson.Resolver instead",
                "Uses.cs: 'JobState?' contains the generated type 'JobState', which the logging source generator cannot see in this project; generate the models in a class library",
            ],
            Warnings(output));
        Assert.Contains(Warnings(more), warning => warning.Contains("which Refit cannot see", StringComparison.Ordinal));
        string[] quoted = [.. Quotes().Matches(Page).SelectMany(block => block.Groups["text"].Value.Trim().Split('\n')).Where(line => Code().IsMatch(line))];
        Assert.True(quoted.Length >= 8, "The page quotes no errors.");
        // The page's method and file names are those of an example.
        string found = output + more;
        Assert.All(quoted, line => Assert.Contains(line.Replace("(ILogger, JobState)", "(ILogger, Id<Job>, JobState?)", StringComparison.Ordinal), found, StringComparison.Ordinal));
    }

    /// <summary>Nested, in lists, nullable, and in dictionaries.</summary>
    [Fact]
    public async Task An_OpenAPI_document_describes_models_and_choices_wherever_they_are()
    {
        (int exitCode, string output) = await folder.RunAsync("OpenApi", "run", "-v:q");

        Assert.True(exitCode == 0, output);
        string[] lines = output.Trim().Split('\n');
        Assert.Superset(new HashSet<string>(["Board", "Column", "Job", "JobPriority", "JobState", "JobTags", "Photo"]), new HashSet<string>(lines[0].Split(' ')));
        Assert.Contains("#/components/schemas/JobState", Assert.Single(lines, line => line.StartsWith("state: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("#/components/schemas/Job\"", Assert.Single(lines, line => line.StartsWith("jobs: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("""states: {"type":"object","additionalProperties":{"$ref":"#/components/schemas/JobState"}}""", Assert.Single(lines, line => line.StartsWith("states: ", StringComparison.Ordinal)));
        Assert.StartsWith("""counts: {"type":"object","additionalProperties":""", Assert.Single(lines, line => line.StartsWith("counts: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("""["new","busy"]""", lines[^2]);
        Assert.Equal("""{"first":{"state":"busy","jobs":[],"states":{"a":"busy"},"counts":{"new":1}},"second":{"state":null,"jobs":null,"states":{},"counts":{}},"sites":["0b0c7a3e-6f5c-4d8c-8d5e-1a2b3c4d5e01"]}""", lines[^1]);
    }

    /// <summary>The analyzer of the package speaks beside the compiler, also in a build that fails.</summary>
    [Fact]
    public async Task A_build_says_what_to_write_instead_of_a_mistake()
    {
        (int exitCode, string output) = await folder.RunAsync("Mistakes", "build", "-m:1");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "CS0619: 'JourneyClient.SaveChangesAsync(CancellationToken)' is obsolete: 'Nothing is pending: CreateAsync, UpdateAsync and DeleteAsync of a set write at once.'",
                "JA2071: 'Task' is System.Threading.Tasks.Task; write 'TaskModel', because C# already uses the model's name",
                "JA2071: 'Tasks' is not a member of JourneyApp; write 'TaskModels', because C# already uses the model's name",
                "JA2072: A query cannot read 'Number' of the related object; read the objects that match first, and write x.OrderId.In(…) with their ids",
                "JA2073: 'x.State' names a field and has no value here; write x.State.In(states)",
                "JA2074: 'query' is the set 'TaskModelSet', which cannot contain a query; declare it as 'ObjectQuery<TaskModel, TaskModelFields>', and write AsQuery() after the set",
                "JA2075: 'TaskModelState.Closed' is an option and 'task.State' is a choice; match its Value instead, or compare with ==",
            ],
            Said().Matches(output).Select(error => error.Groups["text"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    private static string[] Warnings(string output) =>
        [.. Warning().Matches(output).Select(warning => $"{warning.Groups["file"].Value}: {warning.Groups["text"].Value}").Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<file>[\w.]+\.cs)\(\d+,\d+\): warning JA2070: (?<text>[^\[\n]+?) \(?(\[|https)")]
    private static partial Regex Warning();

    [GeneratedRegex(@"error (?<text>(JA|CS0619)[^\n]+?) \(?(\[|https)")]
    private static partial Regex Said();

    [GeneratedRegex("^```text\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"^(error|warning) [A-Z]+\d+: ")]
    private static partial Regex Code();
}
