using JourneyApps.Records;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>
/// Writes rows in batches. After each batch the progress file stores the line up to which all rows are written or rejected, and an
/// interrupted import resumes there. The last batch may be sent again, which changes nothing, because every row has an id.
/// </summary>
internal sealed class ModelImport(JourneyClient client, Uri deployment, Model model, ImportSettings settings, Terminal terminal)
{
    // One request per batch, so that progress is saved after each request.
    private const int RowsPerBatch = 1000;

    private const int MaxReported = 50;

    // Above this size of files a batch has fewer rows. In base64 it is 7 MiB, below the 8 MiB at which a request is split.
    private const long FileBytesPerBatch = 5 * 1024 * 1024;

    private readonly AttachmentUploads? _uploads = settings.Attachments is { } folder ? new(model, folder) : null;
    private readonly RowIds _ids = new(settings);
    private readonly string _progressFile = settings.File + ".progress";
    private long _reported;

    /// <summary>Imports the rows.</summary>
    /// <exception cref="ToolException">The import failed; its progress is saved.</exception>
    public async Task<ImportCounts> RunAsync(IEnumerable<ImportRow> rows, ProgressMeter meter, CancellationToken cancellationToken)
    {
        ImportProgress state = Begin();
        (long done, ImportCounts counts) = (state.Line, state.Counts!);

        // Rows that are already done get their ids too, because a later row must not have the same id.
        long last = 0;
        foreach (List<ImportRow> batch in InBatches(rows.Select(_ids.Assign).Where(row => (last = row.Line) > done)))
        {
            counts = await SendAsync(batch, counts, cancellationToken);
            ProgressFile.Save(_progressFile, state with { Line = batch[^1].Line, Counts = counts });
            meter.Report(counts.Total);
        }

        if (last < done) throw NotResumable();
        File.Delete(_progressFile);
        return counts;
    }

    private IEnumerable<List<ImportRow>> InBatches(IEnumerable<ImportRow> rows)
    {
        List<ImportRow> batch = [];
        long bytes = 0;
        foreach (ImportRow row in rows)
        {
            long more = _uploads?.SizeOf(row) ?? 0;
            if (batch.Count == RowsPerBatch || (batch.Count > 0 && bytes + more > FileBytesPerBatch))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(row);
            bytes += more;
        }

        if (batch.Count > 0) yield return batch;
    }

    private ImportProgress Begin()
    {
        OwnFile.Check(_progressFile);
        ImportProgress start = new(
            deployment.AbsoluteUri, settings with { Restart = false }, Convert.ToHexString(_ids.FileHash), 0, ImportCounts.None);
        if (settings.Restart || !File.Exists(_progressFile)) return start;
        if (ProgressFile.Read<ImportProgress>(_progressFile) is not { } saved || !saved.CanResume(start)) throw NotResumable();
        terminal.WriteMessage($"resuming after line {saved.Line} of {settings.File}");
        return saved;
    }

    private ToolException NotResumable()
        => new(
            $"'{_progressFile}' is of an import with other settings, or the file has changed since. "
            + "To start from the beginning, add --restart.", ExitCode.Usage);

    private async Task<ImportCounts> SendAsync(List<ImportRow> rows, ImportCounts counts, CancellationToken cancellationToken)
    {
        Dictionary<BatchOperation, long> lines = [];
        long rejected = counts.Rejected;
        foreach (ImportRow read in rows)
        {
            ImportRow row = _uploads is null || read.Error is not null ? read : _uploads.With(read);
            if (row.Error is { } reason) Reject(row.Line, reason);
            else lines.Add(OperationOf(row), row.Line);
        }

        BatchReport report = await client.WriteAsync(lines.Keys, cancellationToken: cancellationToken);
        foreach (BatchResult result in report.NotDone)
        {
            // An unknown result is not a result, and what ended this batch would also end the next one.
            if (report.EndedEarly || result.Status == BatchStatus.Unknown) throw Stopped(lines[result.Operation], result);
            Reject(lines[result.Operation], ReasonOf(result));
        }

        return new ImportCounts(
            counts.Written + report.Applied,
            counts.Created + report[BatchStatus.Created],
            counts.Updated + report[BatchStatus.Updated],
            counts.Existing + report[BatchStatus.AlreadyExists] + report[BatchStatus.Unchanged],
            rejected,
            counts.MissingFiles + (_uploads?.TakeMissing() ?? 0));

        void Reject(long line, string reason)
        {
            rejected++;
            if (_reported < MaxReported) terminal.WriteMessage($"line {line}: {reason}");
            else if (_reported == MaxReported) terminal.WriteMessage("Further rejected rows are only counted.");
            _reported++;
        }
    }

    private BatchOperation OperationOf(ImportRow row)
    {
        bool clears = settings.Mode is ImportMode.Update or ImportMode.Upsert;
        JourneyRecord record = settings.Mode == ImportMode.Update
            ? new JourneyRecord(settings.Model, row.Id!) : JourneyRecord.New(settings.Model, row.Id!);
        foreach ((string member, RecordValue value) in row.Values)
        {
            // A null is only sent where it can clear a field.
            if (clears || !value.IsNull) record[member] = value;
        }

        return settings.Mode switch
        {
            ImportMode.Create => BatchOperation.CreateIfMissing(record),
            ImportMode.Put => BatchOperation.Put(record),
            ImportMode.Upsert => BatchOperation.CreateOrUpdate(record),
            ImportMode.Update => BatchOperation.Update(record),
        };
    }

    private static string ReasonOf(BatchResult result)
        => result.Error is { } error ? $"{error.Type}: {error.Detail ?? error.Title}"
        : result.Exception?.Message ?? "an earlier row of the same object was rejected";

    private static ToolException Stopped(long line, BatchResult result)
        => new($"stopped at line {line}: {result.Exception?.Message ?? result.Status.ToString()} Run the same command again to resume.");
}
