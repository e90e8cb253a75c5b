using FieldService;
using JourneyApps.Emulator;

namespace JourneyApps.Docs.Tests;

/// <summary>What blocks use without declaring it: the names that the pages' readers have around them.</summary>
public abstract class Ambient
{
    protected static readonly JourneyApp app = null!;
    protected static readonly JourneyAppOptions options = null!;
    protected static readonly JourneyEmulator emulator = null!;
    protected static readonly Job job = null!;
    protected static readonly Site site = null!;
    protected static readonly User user = null!;
    protected static readonly Id<Job> id;
    protected static readonly IReadOnlyList<Job> jobs = [];
    protected static readonly IReadOnlyList<Site> sites = [];
    protected static readonly DateOnly today;
    protected static readonly string token = "";
    protected static readonly string schemaXml = "";
    protected static readonly Stream stream = Stream.Null;
    protected static readonly CancellationToken cancellationToken;
}
