using FieldService;
using JourneyApps.Emulator;

namespace JourneyApps.Docs.Tests;

/// <summary>What blocks use without declaring it: the names that the pages' readers have around them.</summary>
public abstract class Ambient
{
    /// <summary>Set before a block is run. Blocks run one after the other.</summary>
    internal static Stage? Current { get; set; }

    /// <summary>What stands for the addresses of deployments in the pages.</summary>
    public static string Address => Now.Emulator.BaseAddress.ToString();

    /// <summary>Canceled when the block must end.</summary>
    public static CancellationToken Stopping => Now.CancellationToken;

    protected static JourneyApp app => Now.App;
    protected static JourneyAppOptions options => Now.Options;
    protected static FieldCopy copy => new("copy.db");
    protected static JourneyEmulator emulator => Now.Emulator;
    protected static Job job => Now.Job;
    protected static Site site => Now.Site;
    protected static User user => Now.User;
    protected static Id<Job> id => Now.Job.Id;
    protected static IReadOnlyList<Job> jobs => [Now.Job];
    protected static IReadOnlyList<Site> sites => [Now.Site];
    protected static DateOnly today => new(2026, 11, 21);
    protected static string token => Now.Emulator.Token;
    protected static string schemaXml => Stage.SchemaXml;
    protected static Stream stream => new MemoryStream(Stage.Picture);
    protected static CancellationToken cancellationToken => Now.CancellationToken;

    /// <summary>In place of a source that Ctrl+C cancels.</summary>
    public static CancellationTokenSource CreateCancellationSource() => CancellationTokenSource.CreateLinkedTokenSource(Stopping);

    private static Stage Now => Current ?? throw new InvalidOperationException("No block is being run.");
}
