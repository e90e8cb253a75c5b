using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

/// <summary>The cost of the generator with 1,000 models. Bytes are the same on every machine, so they have limits; the benchmarks print times.</summary>
public sealed class SizeAndAllocations(ITestOutputHelper output)
{
    private const int Models = 1000;
    private const int KiB = 1024;
    private const int MiB = 1024 * KiB;

    private static readonly string Schema = LargeSchema.Of(Models);

    [Fact]
    public void A_model_takes_at_most_10_500_characters()
    {
        IReadOnlyDictionary<string, string> sources = Run.Of(LargeSchema.Of(10)).Sources;

        int longest = sources.Where(source => source.Key != "JourneyApp.g.cs").Max(source => source.Value.Length);
        output.WriteLine($"{longest} characters");
        Assert.InRange(longest, 1, 10_500);
    }

    [Theory]
    [InlineData("everything.schema.xml")]
    [InlineData("sample.schema.xml")]
    public void Nothing_is_emitted_that_looks_at_types_at_run_time(string schema)
    {
        string all = string.Concat(Run.Of(TestFiles.Read("Schemas", schema)).Sources.Values);

        Assert.DoesNotMatch(@"\bobject\b", CodeOnly(all));
        Assert.DoesNotMatch(@"\bdynamic\b|System\.Reflection|GetType\(|Activator", CodeOnly(all));
    }

    [Fact]
    public void A_large_schema_shares_112_files() => Assert.Equal(112 + 1, Run.Of(Schema).Sources.Count);

    [Fact]
    public void The_cold_run_stays_below_32_MiB()
    {
        Measure(Schema, Schema); // warm up: code is compiled, buffers are pooled
        (long cold, _, _) = Measure(Schema, Schema);

        output.WriteLine($"cold: {cold / (double)MiB:F1} MiB");
        Assert.InRange(cold, 1, 32 * MiB);
    }

    [Fact]
    public void An_unrelated_edit_stays_below_64_KiB_and_one_field_below_3_MiB()
    {
        int model = Schema.IndexOf("work_item_500\" label", StringComparison.Ordinal);
        int field = Schema.IndexOf("name=\"notes\"", model, StringComparison.Ordinal);
        string edited = Schema[..field] + "name=\"memos\"" + Schema[(field + "name=\"memos\"".Length)..];
        Assert.NotEqual(Schema, edited);
        Measure(Schema, edited);
        (_, long unrelated, long oneField) = Measure(Schema, edited);

        output.WriteLine($"unrelated edit: {unrelated / (double)KiB:F1} KiB, one field: {oneField / (double)MiB:F2} MiB");
        Assert.InRange(unrelated, 1, 64 * KiB);
        Assert.InRange(oneField, 1, 3 * MiB);
    }

    private static (long Cold, long Unrelated, long Field) Measure(string schema, string edited)
    {
        var before = new TextFile(Run.SchemaPath, schema);
        var after = new TextFile(Run.SchemaPath, edited);
        CSharpCompilation compilation = Run.Compilation("class A;", LanguageVersion.CSharp12);
        CSharpCompilation other = compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class A { int B; }", Run.Parsing(LanguageVersion.CSharp12)));
        GeneratorDriver driver = Run.NewDriver([before], new BuildSettings());

        long start = GC.GetAllocatedBytesForCurrentThread();
        driver = driver.RunGenerators(compilation);
        long cold = GC.GetAllocatedBytesForCurrentThread() - start;

        // The first run after a cold one also tidies up the driver's tables; every later one is like this.
        driver = driver.RunGenerators(other);
        start = GC.GetAllocatedBytesForCurrentThread();
        driver = driver.RunGenerators(compilation);
        long unrelated = GC.GetAllocatedBytesForCurrentThread() - start;

        driver = driver.ReplaceAdditionalText(before, after);
        start = GC.GetAllocatedBytesForCurrentThread();
        driver.RunGenerators(compilation);
        long field = GC.GetAllocatedBytesForCurrentThread() - start;
        return (cold, unrelated, field);
    }

    private static string CodeOnly(string text) => string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));
}
