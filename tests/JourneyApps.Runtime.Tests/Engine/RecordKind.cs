using System.Text.Json;
using JourneyApps.Records;

namespace JourneyApps.Runtime.Tests.Engine;

/// <summary>Records.</summary>
public sealed class RecordKind(JourneyClient app) : ObjectKind
{
    private readonly JourneyRecordSet _jobs = app.Objects("job");

    public override object Create(string? id = null) => id is null ? new JourneyRecord("job") : JourneyRecord.New("job", id);

    public override object Existing(string id) => new JourneyRecord("job", id);

    public override string IdOf(object item) => ((JourneyRecord)item).Id;

    public override bool IsNew(object item) => ((JourneyRecord)item).IsNew;

    public override bool HasChanges(object item) => ((JourneyRecord)item).HasChanges;

    public override bool IsStale(object item) => ((JourneyRecord)item).IsStale;

    public override string? Title(object item) => ((JourneyRecord)item)["title"].Text;

    public override int? Crew(object item) => (int?)((JourneyRecord)item)["crew"].Integer;

    public override void SetValues(object item, string? title = "", int? crew = -1, string[]? tags = null, DateTimeOffset? startedAt = null, string? notes = "")
    {
        var job = (JourneyRecord)item;
        if (title != "") job["title"] = title;
        if (crew != -1) job["crew"] = crew;
        if (tags is not null) job["tags"] = tags;
        if (startedAt is not null) job["started_at"] = startedAt;
        if (notes != "") job["notes"] = notes;
    }

    public override void SetPosition(object item, Location? position)
        => ((JourneyRecord)item)["position"] = JsonSerializer.SerializeToElement(position);

    public override void SetPhoto(object item, Func<Stream> open) => ((JourneyRecord)item)["photo"] = RecordValue.File(_ => ValueTask.FromResult(open()), "a.jpg");

    public override Task CreateAsync(object item) => _jobs.CreateAsync((JourneyRecord)item);

    public override Task<bool> CreateIfMissingAsync(object item) => _jobs.CreateIfMissingAsync((JourneyRecord)item);

    public override Task<BatchStatus> CreateOrUpdateAsync(object item) => _jobs.CreateOrUpdateAsync((JourneyRecord)item);

    public override Task UpdateAsync(object item) => _jobs.UpdateAsync((JourneyRecord)item);

    public override Task PutAsync(object item) => _jobs.PutAsync((JourneyRecord)item);

    public override Task ReplaceAsync(object item) => _jobs.ReplaceAsync((JourneyRecord)item);

    public override Task<bool> DeleteAsync(string id) => _jobs.DeleteAsync(id);

    public override async Task<object?> FindAsync(string id) => await _jobs.FindAsync(id);

    public override async Task<object> GetAsync(string id) => await _jobs.GetAsync(id);

    public override Task RefreshAsync(object item) => _jobs.RefreshAsync((JourneyRecord)item);

    public override async Task<(List<object> Objects, List<string> Missing)> GetManyAsync(params string[] ids)
    {
        ManyResult<JourneyRecord> read = await _jobs.GetManyAsync(ids);
        return ([.. read.Objects], [.. read.Missing.Select(id => id.Value)]);
    }

    public override BatchOperation Operation(BatchMethod method, object item) => method switch
    {
        BatchMethod.Create => BatchOperation.Create((JourneyRecord)item),
        BatchMethod.CreateIfMissing => BatchOperation.CreateIfMissing((JourneyRecord)item),
        BatchMethod.CreateOrUpdate => BatchOperation.CreateOrUpdate((JourneyRecord)item),
        BatchMethod.Put => BatchOperation.Put((JourneyRecord)item),
        BatchMethod.Update => BatchOperation.Update((JourneyRecord)item),
        BatchMethod.Delete => BatchOperation.Delete((JourneyRecord)item),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    public override async Task<List<object>> ListAsync(int fromCrew, string[] order, bool again = false, int? take = null, int skip = 0)
    {
        RecordQuery query = _jobs.Where("crew >= ?", fromCrew);
        for (int i = 0; i < order.Length; i++)
        {
            bool descending = order[i].StartsWith('-');
            string field = order[i].TrimStart('-');
            query = i == 0 || again ? query.OrderBy(field, descending) : query.ThenBy(field, descending);
        }
        query = query.Skip(skip);
        if (take is { } count) query = query.Take(count);
        return [.. await query.ToListAsync()];
    }

    public override Task<int> CountAsync(int? fromCrew) => (fromCrew is { } crew ? _jobs.Where("crew >= ?", crew) : _jobs.All()).CountAsync();

    public override async Task<List<(int Items, int Unreadable)>> PagesAsync(bool complete)
    {
        RecordQuery query = _jobs.All().WithConsistency(complete ? ReadConsistency.Complete : ReadConsistency.Ordered);
        List<(int Items, int Unreadable)> pages = [];
        await foreach (Page<JourneyRecord> page in query.AsPages()) pages.Add((page.Items.Count, page.Unreadable.Count));
        return pages;
    }
}
