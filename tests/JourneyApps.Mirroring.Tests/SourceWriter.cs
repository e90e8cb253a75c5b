using JourneyApps.Records;

namespace JourneyApps.Mirroring.Tests;

/// <summary>Creates, updates and deletes objects at random.</summary>
internal sealed class SourceWriter(EmulatedCopy copy, Random random)
{
    private readonly List<string> _jobs = [];

    public int Writes { get; private set; }

    public async Task SeedAsync(int objects)
    {
        JourneyRecord[] jobs = [.. Enumerable.Range(0, objects).Select(_ => Job(new JourneyRecord("job")))];
        await copy.Client.WriteAsync(jobs.Select(BatchOperation.Create));
        _jobs.AddRange(jobs.Select(job => job.Id));
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        JourneyRecordSet jobs = copy.Client.Objects("job");
        while (!cancellationToken.IsCancellationRequested)
        {
            int place = random.Next(_jobs.Count);
            switch (random.Next(4))
            {
                case 0:
                    JourneyRecord made = Job(new JourneyRecord("job"));
                    await jobs.CreateAsync(made, CancellationToken.None);
                    _jobs.Add(made.Id);
                    break;
                case 1 when _jobs.Count > 50:
                    await jobs.DeleteAsync(_jobs[place], cancellationToken: CancellationToken.None);
                    _jobs.RemoveAt(place);
                    break;
                default:
                    await jobs.UpdateAsync(Job(new JourneyRecord("job", _jobs[place])), CancellationToken.None);
                    break;
            }

            Writes++;
            await Task.Delay(random.Next(8), CancellationToken.None);
        }
    }

    private JourneyRecord Job(JourneyRecord job)
    {
        job["title"] = $"title {random.Next(1000)}";
        job["cost"] = random.Next(100) / 8.0;
        job["tags"] = random.Next(2) == 0 ? new[] { "a" } : new[] { "a", "b" };
        job["site_id"] = Guid.NewGuid().ToString("D");
        return job;
    }
}
