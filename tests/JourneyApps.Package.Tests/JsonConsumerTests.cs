using System.Globalization;
using System.Text.RegularExpressions;

namespace JourneyApps.Package.Tests;

/// <summary>Four ways to put models through System.Text.Json, written naively and as docs/diagnostics/JA2070.md says.</summary>
public sealed partial class JsonConsumerTests(ConsumerFolder folder)
{
    private static readonly string[] Kinds = ["new", "loaded", "changed", "existing"];

    /// <summary>What a program's serializer kept of a job of each kind: properties, what is known of each field, what the next update sends.</summary>
    [Theory]
    [InlineData("JsonElsewhere")]
    [InlineData("JsonHolder")]
    [InlineData("JsonPartial")]
    [InlineData("JsonNoReflection")]
    public async Task A_job_of_every_kind_comes_back_whole(string consumer)
    {
        (int exitCode, string output) = await folder.RunBuiltAsync(consumer);

        Assert.True(exitCode == 0, output);
        Assert.All(Kept(output), kept => Assert.True(kept.Kept == kept.Of && kept.Of >= 40, output));
        Assert.Equal(Kinds, Kept(output).Select(kept => kept.Kind));
    }

    /// <summary>The endpoints' code is generated too, as for native AOT; the models come from another project.</summary>
    [Fact]
    public async Task A_job_of_every_kind_comes_back_whole_from_generated_endpoints()
    {
        (int exitCode, string output) = await folder.RunBuiltAsync("AspNetAot");

        Assert.True(exitCode == 0, output);
        Assert.All(Kept(output), kept => Assert.True(kept.Kept == kept.Of && kept.Of >= 40, output));
        Assert.Equal([.. Kinds, .. Kinds], Kept(output).Select(kept => kept.Kind));
    }

    [Fact]
    public async Task A_context_beside_the_models_is_warned_about_at_its_attribute_and_does_not_compile()
    {
        (int exitCode, string output) = await folder.RunAsync("JsonHolderNaive", "build", "-m:1");

        Assert.Equal(1, exitCode);
        Assert.Matches(@"Visit\.cs\(13,2\): warning JA2070: 'Visit' contains the generated type 'Job'.*JourneyJson\.Resolver", output);
    }

    /// <summary>The dangerous one: it compiles. That its program loses nearly everything is also the test of the tests above.</summary>
    [Fact]
    public async Task A_context_that_sees_the_users_part_of_a_model_is_warned_about_because_it_loses_the_rest()
    {
        (int built, string building) = await folder.RunAsync("JsonPartialNaive", "build", "-m:1");
        (_, string output) = await folder.RunBuiltAsync("JsonPartialNaive");

        Assert.True(built == 0, building);
        Assert.Matches(@"Visit\.cs\(19,2\): warning JA2070: 'Visit' contains the generated type 'Job'.*JourneyJson\.Resolver", building);
        Assert.Equal(Kinds, Kept(output).Select(kept => kept.Kind));
        Assert.All(Kept(output), kept => Assert.True(kept.Kept < kept.Of, output));
        Assert.Contains(Kept(output), kept => kept.Kept < kept.Of / 4);
    }

    [Theory]
    [InlineData("JsonHolder", 1)]
    [InlineData("JsonNoReflection", 0)]
    public void The_cure_is_the_one_on_the_page(string consumer, int block)
    {
        string page = File.ReadAllText(Path.Combine(BuildFacts.RepoRoot, "docs", "diagnostics", "JA2070.md"));
        string cure = Cures().Matches(page)[block].Groups["code"].Value;

        Assert.Contains(cure, File.ReadAllText(folder.PathOf(consumer, "Program.cs")), StringComparison.Ordinal);
    }

    private static (string Kind, int Kept, int Of)[] Kept(string output) =>
        [.. Line().Matches(output).Select(line => (line.Groups["kind"].Value, Number(line.Groups["kept"]), Number(line.Groups["of"])))];

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<kind>\w+): (?<kept>\d+) of (?<of>\d+)", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex("^```csharp\n(using [^;]+;\n+)*(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Cures();
}
