using Acme.Field;
using JourneyApps;
using JourneyApps.MirrorVictim;
using JourneyApps.Mirroring;
using JourneyApps.Oplog;

// Mirrors two models into a folder until it is killed, or (once) until it is up to date. Each step is told on standard output before it is made.
if (args is not [string address, string token, string folder, string kind, string end])
{
    Console.Error.WriteLine("JourneyApps.MirrorVictim {base address} {token} {folder} transaction|sink|file|skipping once|forever");
    return 2;
}

// When nobody is left to kill it, it ends by itself.
_ = Task.Run(() =>
{
    while (Console.In.Read() >= 0)
    {
    }

    Environment.Exit(3);
});

using FieldApp app = new(new JourneyAppOptions
{
    BaseAddress = new Uri(address),
    Credential = JourneyCredential.NamedToken(token),
    PageSize = 50,
    ResponseTimeout = TimeSpan.FromHours(1),
    Deadline = TimeSpan.FromDays(1),
    // The second between two looks at the log lasts 20 ms.
    TimeProvider = new FastTime(50),
});
using SqliteCopy copy = new(Path.Combine(folder, "copy.db"), keepsCheckpoint: kind is "transaction" or "sink");
if (kind == "skipping")
{
    await new SkippingLoader(app, copy, folder).RunAsync(untilUpToDate: end == "once");
    return 0;
}

var options = new MirrorOptions { OplogPageSize = 20, Progress = new Telling() };
JourneyMirror mirror = kind == "sink"
    ? app.Mirror(copy, ["job", "site"], options)
    : app.Mirror(m => m.Jobs(copy).Sites(copy), options with
    {
        Checkpoints = kind == "transaction" ? copy : new ToldCheckpoints(new FileCheckpointStore(Path.Combine(folder, "checkpoint"))),
    });
while (true)
{
    try
    {
        await (end == "once" ? mirror.CatchUpAsync() : mirror.RunAsync());
        return 0;
    }
    catch (JourneyApiException overtaken) when (overtaken.Message.Contains("Another mirror", StringComparison.Ordinal) && end != "once")
    {
        // As a hosted mirror does, a moment later.
        await Task.Delay(20);
    }
}
