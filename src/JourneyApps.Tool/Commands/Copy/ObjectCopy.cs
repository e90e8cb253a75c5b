using JourneyApps.Records;
using JourneyApps.Tool.Files;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Copy;

/// <summary>
/// Copies the objects of one step in batches. After each batch the progress file stores the id up to which all objects are in the target,
/// and an interrupted copy resumes there. The last batch may be sent again, which changes nothing, because objects keep their ids and
/// existing ones are left unchanged.
/// </summary>
internal sealed class ObjectCopy(JourneyClient source, JourneyClient target, Terminal terminal, CopySettings settings)
{
    private const int ObjectsPerBatch = 1000;
    private const int ParallelObjects = 8;
    private const int MaxReported = 50;

    // In base64 it is 7 MiB, below the 8 MiB at which a request is split.
    private const long FileBytesPerBatch = 5 * 1024 * 1024;

    private long _reported;

    /// <summary>Runs a step and returns the progress at its end.</summary>
    public async Task<CopyProgress> RunAsync(CopyStep step, CopyProgress state, ProgressMeter meter, CancellationToken cancellationToken)
    {
        long done = 0;
        string? after = state.LastId.Length > 0 ? state.LastId : null;
        RecordQuery objects = source.Objects(step.Model.Name).All();
        await foreach (Page<JourneyRecord> page in objects.AsIdRanges(after).WithCancellation(cancellationToken))
        {
            if (step.SetsLinks)
            {
                await SetLinksAsync(step, page.Items, cancellationToken);
                state = Save(state with { LastId = page.Items[^1].Id });
                meter.Report(done += page.Items.Count);
                continue;
            }

            List<ObjectToCopy> batch = [];
            foreach (JourneyRecord[] chunk in page.Items.Chunk(ParallelObjects))
            {
                batch.AddRange(await Task.WhenAll(chunk.Select(record => PrepareAsync(step, record, cancellationToken))));
                if (batch.Count < ObjectsPerBatch && batch.Sum(item => item.Bytes) < FileBytesPerBatch) continue;
                await SendAsync();
            }

            if (batch.Count > 0) await SendAsync();

            async Task SendAsync()
            {
                CopyCounts counts = await CreateAsync(batch, state.Counts, cancellationToken);
                state = Save(state with { LastId = batch[^1].Record.Id, Counts = counts });
                meter.Report(done += batch.Count);
                batch.Clear();
            }
        }

        return Save(state with { Step = state.Step + 1, LastId = "" });
    }

    private CopyProgress Save(CopyProgress state)
    {
        ProgressFile.Save(settings.ProgressFile, state);
        return state;
    }

    private async Task<ObjectToCopy> PrepareAsync(CopyStep step, JourneyRecord record, CancellationToken cancellationToken)
    {
        string[] files = AttachmentFolder.FieldsOf(step.Model);
        var copy = JourneyRecord.New(step.Model.Name, record.Id);
        foreach (string field in record.Fields)
        {
            bool isFile = files.Any(file => field == file || field == file + "_id");
            if (isFile || record[field].IsNull || step.Deferred.Contains(field)) continue;

            // A list takes choices by their keys.
            copy[field] = RecordValue.List(record[field]).Items[0];
        }

        long bytes = 0;
        int sent = 0;
        int missing = 0;
        foreach (string field in settings.WithFiles ? files : [])
        {
            if (record[field + "_id"].Text is not { Length: > 0 }) continue;
            if (await DownloadAsync(record, field, cancellationToken) is { } content)
            {
                copy[field] = RecordValue.File(content, NameOf(record, field));
                bytes += content.Length;
                sent++;
            }
            else
            {
                missing++;
            }
        }

        return new ObjectToCopy(copy, bytes, sent, missing);
    }

    private async Task<byte[]?> DownloadAsync(JourneyRecord record, string field, CancellationToken cancellationToken)
    {
        if (record[field]["original"].Text is null) return null;
        using MemoryStream content = new();
        try
        {
            await source.Objects(record.Model).DownloadAsync(record, field, content, cancellationToken: cancellationToken);
            return content.ToArray();
        }
        catch (JourneyApiException exception) when (exception is ObjectNotFoundException || exception.Kind == ApiErrorKind.FileUnavailable)
        {
            // The object was deleted, or has another file by now.
            return null;
        }
    }

    // The last segment of the URL is the file name. A server can send any text there.
    private static string NameOf(JourneyRecord record, string field)
        => Uri.TryCreate(record[field]["original"].Text, UriKind.Absolute, out Uri? url)
            ? Attachment.SanitizeFileName(Uri.UnescapeDataString(url.Segments[^1]))
            : field;

    private async Task<CopyCounts> CreateAsync(List<ObjectToCopy> batch, CopyCounts counts, CancellationToken cancellationToken)
    {
        BatchReport report = await target.WriteAsync(
            batch.Select(item => BatchOperation.CreateIfMissing(item.Record)), cancellationToken: cancellationToken);
        long rejected = Report(report);
        long existing = report[BatchStatus.AlreadyExists];
        return new CopyCounts(
            counts.Created + batch.Count - rejected - existing, counts.Existing + existing, counts.Rejected + rejected,
            counts.Files + batch.Sum(item => item.Files), counts.MissingFiles + batch.Sum(item => item.MissingFiles));
    }

    // Only links that the target does not have are set, because existing objects are left unchanged.
    private async Task SetLinksAsync(CopyStep step, IReadOnlyList<JourneyRecord> records, CancellationToken cancellationToken)
    {
        JourneyRecord[] linked = [.. records.Where(record => step.Deferred.Any(key => !record[key].IsNull))];
        if (linked.Length == 0) return;
        ManyResult<JourneyRecord> copies = await target.Objects(step.Model.Name)
            .GetManyAsync(linked.Select(record => record.Id), cancellationToken);
        var copyById = copies.Objects.ToDictionary(copy => copy.Id);
        List<BatchOperation> operations = [];
        foreach (JourneyRecord record in linked)
        {
            if (!copyById.TryGetValue(record.Id, out JourneyRecord? copy)) continue;
            foreach (string key in step.Deferred)
            {
                if (copy[key].IsNull && !record[key].IsNull) copy[key] = record[key];
            }

            if (copy.HasChanges) operations.Add(BatchOperation.Update(copy));
        }

        if (operations.Count > 0) Report(await target.WriteAsync(operations, cancellationToken: cancellationToken));
    }

    // The number of objects that were rejected.
    private long Report(BatchReport report)
    {
        long rejected = 0;
        foreach (BatchResult result in report.NotDone)
        {
            // An unknown result is not a result, and what ended this batch would also end the next one.
            if (report.EndedEarly || result.Status == BatchStatus.Unknown)
            {
                throw new ToolException(
                    $"stopped at {result.Operation.Model} {result.Operation.Id}: "
                    + $"{result.Exception?.Message ?? result.Status.ToString()} Run the same command again to resume.");
            }

            rejected++;
            string line = $"{result.Operation.Model} {result.Operation.Id}: {result.Error?.Detail ?? result.Exception?.Message}";
            if (_reported < MaxReported) terminal.WriteMessage(line);
            else if (_reported == MaxReported) terminal.WriteMessage("Further rejected objects are only counted.");
            _reported++;
        }

        return rejected;
    }
}
