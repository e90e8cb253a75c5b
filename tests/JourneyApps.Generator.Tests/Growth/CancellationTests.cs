using System.Diagnostics;
using JourneyApps.Generator.Tests.Infrastructure;
using JourneyApps.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests.Growth;

/// <summary>A run that is canceled at any moment returns soon, whatever it reads. The moments are random; <c>FULL=1</c> tries more of them,
/// with another seed each time.</summary>
[Collection(Alone.Name)]
public sealed class CancellationTests(ITestOutputHelper output)
{
    private const int Characters = 1_500_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private static readonly bool Full = Environment.GetEnvironmentVariable("FULL") == "1";

    private const int MostTries = 5;

    private static readonly int Moments = Full ? 50 : 3;

    private static readonly Shape[] Shapes = [.. BrokenShapes.All, .. DocumentShapes.All, .. NameShapes.All];

    public static TheoryData<string> Names => Full
        ? [.. Shapes.Select(static shape => shape.Name)]
        :
        [
            "comments not closed", "less-than signs", "attributes without value", "models that lead to each other", "fields", "options that collide",
            "lines", "long labels", "parts of a display", "path of a display", "names for fields", "JSON options",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_canceled_run_of_the_generator_returns_within_100_ms(string name)
    {
        ShapeFiles files = Shapes.Single(shape => shape.Name == name).Of(Characters);
        AdditionalText[] texts = files.ToAdditionalTexts();
        CSharpCompilation compilation = Run.Compilation("class A;", LanguageVersion.CSharp12);
        GeneratorDriver driver = Run.NewDriver(texts, new BuildSettings());
        Check(name, files.Length, cancellation => driver.RunGenerators(compilation, cancellation));
    }

    [Theory]
    [InlineData("comments not closed")]
    [InlineData("models that lead to each other")]
    [InlineData("options")]
    public void A_canceled_reading_naming_or_comparison_returns_within_100_ms(string name)
    {
        ShapeFiles files = Shapes.Single(shape => shape.Name == name).Of(Characters);
        ParsedSchema parsed = SchemaParser.Parse(files.Schema, cancellationToken: TestContext.Current.CancellationToken);
        DataModel before = parsed.DataModel;
        DataModel after = before with { Models = [.. before.Models.Reverse()] };
        Check(name + ", read", files.Length, cancellation => SchemaParser.Parse(files.Schema, null, cancellation));
        Check(name + ", names", files.Length, cancellation => GeneratedNames.Resolve(parsed, cancellationToken: cancellation));
        Check(name + ", compare", files.Length, cancellation => DataModelComparison.Compare(before, after, cancellationToken: cancellation));
    }

    private void Check(string name, int characters, Action<CancellationToken> work)
    {
        int seed = Full ? Random.Shared.Next() : 20_260_101;
        long started = Stopwatch.GetTimestamp();
        work(CancellationToken.None);
        TimeSpan whole = Stopwatch.GetElapsedTime(started);
        Random random = new(seed);
        TimeSpan longest = TimeSpan.Zero;
        int canceled = 0;
        for (int i = 0; i < Moments; i++)
        {
            TimeSpan moment = whole * random.NextDouble();

            // More tries are for a machine that was busy with something else.
            TimeSpan latency = Latency(work, moment, ref canceled);
            for (int tries = 1; tries < MostTries && latency > Longest; tries++) latency = Latency(work, moment, ref canceled);
            if (latency > longest) longest = latency;
        }

        output.WriteLine(FormattableString.Invariant(
            $"{name}: {characters} characters, {whole.TotalMilliseconds:F0} ms, {Moments} moments (seed {seed}), {canceled} in time, at most {longest.TotalMilliseconds:F1} ms"));
        Assert.True(longest <= Longest, $"It returned {longest.TotalMilliseconds:F0} ms after it was canceled.");
    }

    /// <summary>The time from the cancellation to the return; zero if the work was over before.</summary>
    private static TimeSpan Latency(Action<CancellationToken> work, TimeSpan moment, ref int canceled)
    {
        using CancellationTokenSource source = new();
        long at = 0;
        Thread canceler = new(() =>
        {
            Thread.Sleep(moment);
            Volatile.Write(ref at, Stopwatch.GetTimestamp());
            source.Cancel();
        });
        canceler.Start();
        try
        {
            work(source.Token);
        }
        catch (OperationCanceledException)
        {
            canceled++;
        }

        long returned = Stopwatch.GetTimestamp();
        canceler.Join();
        return returned <= at ? TimeSpan.Zero : Stopwatch.GetElapsedTime(at, returned);
    }
}
