using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using JourneyApps.Emulator;
using JourneyApps.Extensions.DependencyInjection;
using JourneyApps.Http;
using Microsoft.Extensions.Logging;

namespace JourneyApps.Docs.Tests;

/// <summary>The page on telemetry says what the libraries report: no name more, no name less.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "telemetry.md"));

    [Fact]
    public async Task Every_instrument_is_on_the_page_with_its_kind_and_unit()
    {
        List<string> published = [];
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == JourneyTelemetry.SourceName)
                    published.Add($"{instrument.Name} {instrument.GetType().Name.Split('`')[0].ToLowerInvariant()} {instrument.Unit}");
            },
        };
        listener.Start();
        await using Stage stage = await Stage.SetAsync(TimeSpan.FromMinutes(1));

        Assert.NotEmpty(published);
        Assert.Equal(published.Order(), Instrument().Matches(Page).Select(row => $"{row.Groups["name"]} {row.Groups["kind"]} {row.Groups["unit"]}").Order());
    }

    [Fact]
    public async Task Every_tag_of_activities_is_on_the_page()
    {
        ConcurrentBag<string> tags = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == JourneyTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                foreach (KeyValuePair<string, object?> tag in activity.TagObjects) tags.Add(tag.Key);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using Stage stage = await Stage.SetAsync(TimeSpan.FromMinutes(1));
        stage.Emulator.Faults.Add(Fault.Status(403));
        await Assert.ThrowsAsync<AccessDeniedException>(() => stage.App.Jobs.CountAsync());

        Assert.Equal(tags.Distinct().Order(), Tag().Matches(Page).Select(row => row.Groups["name"].Value).Order());
    }

    [Fact]
    public void Every_log_line_is_on_the_page_with_its_event_and_level()
    {
        Assembly[] assemblies = [typeof(JourneyClient).Assembly, typeof(JourneyAppBuilder<>).Assembly];
        IEnumerable<string> lines = assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(line => $"{line.EventId} {line.Level}");

        string host = assemblies[1].GetTypes().Single(type => type.Name == "MirrorService").FullName!;
        Assert.Contains($"`{host}`", Page, StringComparison.Ordinal);
        Assert.Equal(lines.Order(), LogLine().Matches(Page).Select(row => $"{row.Groups["event"]} {row.Groups["level"]}").Order());
    }

    [GeneratedRegex(@"^\| `(?<name>journeyapps\.[a-z.]+)` \| (?<kind>[a-z]+) \| `(?<unit>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"^\| `(?<name>[a-z._]+)` \| [^|]*\|\s*$", RegexOptions.Multiline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\| (?<event>\d+) \| (?<level>[A-Z][a-z]+) \|", RegexOptions.Multiline)]
    private static partial Regex LogLine();
}
