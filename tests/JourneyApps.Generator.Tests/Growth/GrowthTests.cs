using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>Four times the input costs at most five times as much, whatever grows. Sizes are small in a normal run and go up to the limit of
/// a schema with <c>FULL=1</c>.</summary>
[Collection(Alone.Name)]
public sealed class GrowthTests(ITestOutputHelper output)
{
    private const double MostGrowth = 5;

    /// <summary>Times are exact only on a machine that does nothing else, which <c>FULL=1</c> assumes. Otherwise the limit is between what
    /// noise adds to linear work (4 times) and what quadratic work takes (16 times).</summary>
    private static readonly double MostTimeGrowth = Environment.GetEnvironmentVariable("FULL") == "1" ? MostGrowth : 8;

    /// <summary>Below this, the time is noise of the machine and the work is over before anybody waits.</summary>
    private const double ShortestMilliseconds = 0.5;

    /// <summary>How often the measurement is repeated while it looks like too much; other programs make a single one longer.</summary>
    private const int MostRounds = 12;

    private static readonly bool Full = Environment.GetEnvironmentVariable("FULL") == "1";

    /// <summary>How many sizes are tried.</summary>
    private static readonly int Levels = Full ? 1 : 3;

    /// <summary>The generator writes ten times what it reads, so it has smaller sizes.</summary>
    private static readonly int Small = Full ? 1_000_000 : 20_000;

    private static readonly int SmallToParse = Full ? 4_000_000 : 40_000;

    private static readonly Shape[] Shapes = [.. BrokenShapes.All, .. DocumentShapes.All, .. NameShapes.All];

    public static TheoryData<string> Names => [.. Shapes.Select(static shape => shape.Name)];

    [Fact]
    public void There_are_at_least_fifty_shapes()
    {
        output.WriteLine($"{Shapes.Length} shapes");
        Assert.InRange(Shapes.Length, 50, 1000);
        Assert.Equal(Shapes.Length, Shapes.Select(static shape => shape.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Time_and_memory_grow_with_the_size(string name)
    {
        Shape shape = Shapes.Single(shape => shape.Name == name);
        List<string> failures = [];
        Check("read", SmallToParse, Reading, shape, failures);
        if (!shape.NamesRepeat) Check("names", Small, Naming, shape, failures);
        Check("compare", Small, Comparison, shape, failures);
        Check("generate", Small, Generation, shape, failures);
        Assert.True(failures.Count == 0, string.Join("; ", failures));
    }

    /// <summary>What does not fit into the processor's caches any more takes longer for each character, once. So a growth that looks too
    /// fast is measured again with larger sizes: it is right there, or the time is not linear.</summary>
    private void Check(string step, int size, Func<ShapeFiles, Action> workOf, Shape shape, List<string> failures)
    {
        string figures = "";
        for (int level = 0; level < Levels; level++, size *= 4)
        {
            if (IsLinear(step, size, workOf, shape, out figures)) return;
        }

        failures.Add(figures);
    }

    private bool IsLinear(string step, int size, Func<ShapeFiles, Action> workOf, Shape shape, out string figures)
    {
        (ShapeFiles small, ShapeFiles large) = (shape.Of(size), shape.Of(size * 4));
        (Cost less, Cost more) = (new(workOf(small)), new(workOf(large)));
        less.Measure();
        for (int round = 0; round < MostRounds; round++)
        {
            less.Measure();
            more.Measure();
            if (round > 0 && IsLinear(less, more)) break;
        }

        figures = FormattableString.Invariant(
            $"{step} {small.Length} and {large.Length} characters: {less.Milliseconds:F1} and {more.Milliseconds:F1} ms (x{more.Milliseconds / less.Milliseconds:F1}), {less.Bytes / 1024:F0} and {more.Bytes / 1024:F0} KiB (x{more.Bytes / less.Bytes:F1})");
        output.WriteLine(figures);
        return IsLinear(less, more);
    }

    private static bool IsLinear(Cost less, Cost more)
        => more.Bytes <= less.Bytes * MostGrowth
        && (more.Milliseconds < ShortestMilliseconds || more.Milliseconds <= less.Milliseconds * MostTimeGrowth);

    private static Action Reading(ShapeFiles files) => () =>
    {
        SchemaOptions? options = files.Application is null ? null : SchemaParser.ParseApplication(files.Application);
        SchemaParser.Parse(files.Schema, options);
        if (files.NameOverrides is not null) NameOverrideFile.Parse(files.NameOverrides);
    };

    private static Action Naming(ShapeFiles files)
    {
        ParsedSchema parsed = SchemaParser.Parse(files.Schema);
        NameOverrideFile? overrides = files.NameOverrides is null ? null : NameOverrideFile.Parse(files.NameOverrides);
        return () => GeneratedNames.Resolve(parsed, overrides);
    }

    private static Action Comparison(ShapeFiles files)
    {
        DataModel before = SchemaParser.Parse(files.Schema).DataModel;
        DataModel after = before with { Models = [.. before.Models.Reverse().Select(Relabelled)] };
        return () => DataModelComparison.Compare(before, after);
    }

    private static Model Relabelled(Model model) => model with
    {
        Label = model.Label + "!",
        Fields = [.. model.Fields.Reverse().Select(static field => field with { Label = field.Label + "!" })],
        BelongsTo = [.. model.BelongsTo.Reverse()],
        HasMany = [.. model.HasMany.Reverse()],
    };

    private static Action Generation(ShapeFiles files)
    {
        AdditionalText[] texts = files.ToAdditionalTexts();
        CSharpCompilation compilation = Run.Compilation("class A;", LanguageVersion.CSharp12);
        GeneratorDriver driver = Run.NewDriver(texts, new BuildSettings());
        return () => driver.RunGenerators(compilation);
    }
}
