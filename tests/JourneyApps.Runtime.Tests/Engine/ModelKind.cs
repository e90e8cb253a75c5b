using Acme.Field;

namespace JourneyApps.Runtime.Tests.Engine;

/// <summary>Generated models.</summary>
public sealed class ModelKind(FieldApp app) : ObjectKind
{
    public override object Create(string? id = null) => id is null ? new Job() : Job.New(id);

    public override object Existing(string id) => new Job(id);

    public override string IdOf(object item) => ((Job)item).Id.Value;

    public override bool IsNew(object item) => ((Job)item).IsNew;

    public override bool HasChanges(object item) => ((Job)item).HasChanges;

    public override bool IsStale(object item) => ((Job)item).IsStale;

    public override string? Title(object item) => ((Job)item).Title;

    public override int? Crew(object item) => ((Job)item).Crew;

    public override void SetValues(object item, string? title = "", int? crew = -1, string[]? tags = null, DateTimeOffset? startedAt = null, string? notes = "")
    {
        var job = (Job)item;
        if (title != "") job.Title = title;
        if (crew != -1) job.Crew = crew;
        if (tags is not null) job.Tags = [.. tags.Select(Choice<JobTags>.FromKey)];
        if (startedAt is not null) job.StartedAt = startedAt;
        if (notes != "") job.Notes = notes;
    }

    public override void SetPosition(object item, Location? position) => ((Job)item).Position = position;

    public override void SetPhoto(object item, Func<Stream> open) => ((Job)item).Photo = Photo.FromStream(_ => ValueTask.FromResult(open()), "a.jpg");

    public override Task CreateAsync(object item) => app.Jobs.CreateAsync((Job)item);

    public override Task<bool> CreateIfMissingAsync(object item) => app.Jobs.CreateIfMissingAsync((Job)item);

    public override Task<BatchStatus> CreateOrUpdateAsync(object item) => app.Jobs.CreateOrUpdateAsync((Job)item);

    public override Task UpdateAsync(object item) => app.Jobs.UpdateAsync((Job)item);

    public override Task PutAsync(object item) => app.Jobs.PutAsync((Job)item);

    public override Task ReplaceAsync(object item) => app.Jobs.ReplaceAsync((Job)item);

    public override Task<bool> DeleteAsync(string id) => app.Jobs.DeleteAsync(new Id<Job>(id));

    public override async Task<object?> FindAsync(string id) => await app.Jobs.FindAsync(new Id<Job>(id));

    public override async Task<object> GetAsync(string id) => await app.Jobs.GetAsync(new Id<Job>(id));

    public override Task RefreshAsync(object item) => app.Jobs.RefreshAsync((Job)item);

    public override async Task<(List<object> Objects, List<string> Missing)> GetManyAsync(params string[] ids)
    {
        ManyResult<Job> read = await app.Jobs.GetManyAsync(ids.Select(id => new Id<Job>(id)));
        return ([.. read.Objects], [.. read.Missing.Select(id => id.Value)]);
    }

    public override BatchOperation Operation(BatchMethod method, object item) => method switch
    {
        BatchMethod.Create => BatchOperation.Create((Job)item),
        BatchMethod.CreateIfMissing => BatchOperation.CreateIfMissing((Job)item),
        BatchMethod.CreateOrUpdate => BatchOperation.CreateOrUpdate((Job)item),
        BatchMethod.Put => BatchOperation.Put((Job)item),
        BatchMethod.Update => BatchOperation.Update((Job)item),
        BatchMethod.Delete => BatchOperation.Delete((Job)item),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    public override async Task<List<object>> ListAsync(int fromCrew, string[] order, bool again = false, int? take = null, int skip = 0)
    {
        ObjectQuery<Job, JobFields> query = app.Jobs.Where(job => job.Crew >= fromCrew);
        for (int i = 0; i < order.Length; i++)
        {
            bool descending = order[i].StartsWith('-');
            bool byTitle = order[i].EndsWith("title", StringComparison.Ordinal);
            query = (i == 0 || again, descending) switch
            {
                (true, false) => query.OrderBy(job => byTitle ? job.Title : job.Crew),
                (true, true) => query.OrderByDescending(job => byTitle ? job.Title : job.Crew),
                (false, false) => query.ThenBy(job => byTitle ? job.Title : job.Crew),
                (false, true) => query.ThenByDescending(job => byTitle ? job.Title : job.Crew),
            };
        }
        query = query.Skip(skip);
        if (take is { } count) query = query.Take(count);
        return [.. await query.ToListAsync()];
    }

    public override Task<int> CountAsync(int? fromCrew) => fromCrew is { } crew ? app.Jobs.CountAsync(job => job.Crew >= crew) : app.Jobs.CountAsync();

    public override async Task<List<(int Items, int Unreadable)>> PagesAsync(bool complete)
    {
        ObjectQuery<Job, JobFields> query = app.Jobs.WithConsistency(complete ? ReadConsistency.Complete : ReadConsistency.Ordered);
        List<(int Items, int Unreadable)> pages = [];
        await foreach (Page<Job> page in query.AsPages()) pages.Add((page.Items.Count, page.Unreadable.Count));
        return pages;
    }
}
