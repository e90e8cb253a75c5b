namespace UserTests;

/// <summary>A user's own code, as it would be in the project under test.</summary>
public sealed class Dispatcher(JourneyApp app)
{
    public async Task<int> StartAllAsync(CancellationToken cancellationToken)
    {
        int started = 0;
        await foreach (Job job in app.Jobs.Where(j => j.State == JobState.New).WithCancellation(cancellationToken))
        {
            job.State = JobState.Busy;
            await app.Jobs.UpdateAsync(job, cancellationToken);
            started++;
        }

        return started;
    }
}
