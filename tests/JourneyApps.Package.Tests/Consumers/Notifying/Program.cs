using System.ComponentModel;
using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Emulator;

await using JourneyEmulator emulator = await JourneyEmulator.StartAsync(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema.xml")));
using var app = new JourneyApp(new JourneyAppOptions { BaseAddress = emulator.BaseAddress, Credential = JourneyCredential.NamedToken(emulator.Token) });
List<string> raised = [];
var screen = new Screen();

var job = new Job();
INotifyPropertyChanged source = job;
PropertyChangedEventHandler handler = (_, changed) => raised.Add($"{changed.PropertyName}{(screen.IsDelivering ? "*" : "")}");
SynchronizationContext.SetSynchronizationContext(screen);
source.PropertyChanged += handler;
source.PropertyChanged += null;
SynchronizationContext.SetSynchronizationContext(null);

job.Title = "Replace pump";
Report("set");
job.Title = "Replace pump";
Report("the same");
job.SiteId = Id<Site>.FromKey(Guid.Empty, "north");
Report("link");
await app.Jobs.CreateAsync(job);
Report("created");
job.PropertyChangedValue = true;
Report("changed");
await app.Jobs.UpdateAsync(job);
Report("updated");
await app.Jobs.UpdateAsync(job);
Report("nothing to update");
await app.Jobs.RefreshAsync(job);
Report("refreshed");
await app.WriteAsync([BatchOperation.Update(Changed(job))]);
Report("in a batch");
job.Title = "Later";
JourneyTracking.AcceptChanges(job);
Report("accepted");

Job back = JsonSerializer.Deserialize<Job>(JsonSerializer.Serialize(job))!;
back.Title = "Other";
source.PropertyChanged -= handler;
source.PropertyChanged -= handler;
job.Title = "Unseen";
Report("removed");

static Job Changed(Job job)
{
    job.Title = "Paint wall";
    return job;
}

void Report(string what)
{
    screen.Deliver();
    Console.WriteLine($"{what}: {string.Join(' ', raised.Select(name => name.TrimEnd('*').Length == 0 ? "all" + name : name))}");
    raised.Clear();
}

// A user interface's thread, which handles what was posted when it is idle.
sealed class Screen : SynchronizationContext
{
    private readonly Queue<Action> _posted = [];

    public bool IsDelivering { get; private set; }

    public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue(() => d(state));

    public void Deliver()
    {
        IsDelivering = true;
        while (_posted.TryDequeue(out Action? next)) next();
        IsDelivering = false;
    }
}
