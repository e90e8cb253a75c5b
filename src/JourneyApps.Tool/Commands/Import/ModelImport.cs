using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Commands.Import;

/// <summary>
/// Writes rows in batches. After each batch the progress file says up to which line everything is settled; a run that was stopped begins
/// behind it. The batch under way then is sent again, which changes nothing, because every row has its id.
/// </summary>
internal sealed class ModelImport(ToolClient client, Model model, ImportSettings settings, Terminal terminal)
{
    // One request each: what is settled is known as finely as the API tells it.
    private const int RowsPerBatch = 1000;

    // Beyond this many bytes of files a batch has fewer rows: in base64 they are 7 MiB, below the 8 at which a request ends.
    private const long FileBytesPerBatch = 5 * 1024 * 1024;

    private readonly AttachmentUploads? _uploads = settings.Attachments is { } folder ? new(model, folder) : null;
    private readonly RowIds _ids = new(settings);
    private readonly Refusals _refusals = new(terminal);
    private readonly string _progress = settings.File + ".progress";

    /// <summary>Imports rows.</summary>
    /// <exception cref="ToolException">The import cannot go on; what is settled is saved.</exception>
    public async Task<ImportCounts> RunAsync(IEnumerable<ImportRow> rows, ProgressMeter meter, CancellationToken cancellationToken)
    {
        ImportProgress state = Begin();
        foreach (List<ImportRow> batch in InBatches(rows.SkipWhile(row => row.Line <= state.Line)))
        {
            state = state with { Line = batch[^1].Line, Counts = await SendAsync(batch, state.Counts, cancellationToken) };
            ProgressFile.Save(_progress, state);
            meter.Report(state.Counts.Total);
        }

        File.Delete(_progress);
        return state.Counts;
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
        FileInfo file = new(settings.File);
        ImportProgress fresh = new(
            client.Transport.Settings.BaseAddress.AbsoluteUri, settings.Model, settings.Mode, file.Length, file.LastWriteTimeUtc, settings.Attachments?.Root, 0, ImportCounts.None);
        if (settings.Restart || !File.Exists(_progress)) return fresh;
        if (ProgressFile.Read<ImportProgress>(_progress) is not { } saved || saved with { Line = 0, Counts = ImportCounts.None } != fresh)
        {
            throw new ToolException(
                $"'{_progress}' belongs to an import with other settings, or the file was changed since. Add --restart to begin anew.", ExitCode.Usage);
        }

        terminal.WriteMessage($"going on behind line {saved.Line} of {settings.File}");
        return saved;
    }

    private async Task<ImportCounts> SendAsync(IReadOnlyList<ImportRow> rows, ImportCounts counts, CancellationToken cancellationToken)
    {
        Dictionary<BatchOperation, long> lines = [];
        long refused = 0;
        foreach (ImportRow read in rows)
        {
            ImportRow row = _uploads is null || read.Fault is not null ? read : _uploads.With(read);
            (string? id, string? fault) = row.Fault is null ? _ids.Of(row) : (null, row.Fault);
            if (id is not null) lines.Add(OperationOf(row, id), row.Line);
            else Refuse(row.Line, fault!);
        }

        BatchReport report = await client.WriteAsync(lines.Keys, cancellationToken: cancellationToken);
        foreach (BatchResult result in report.NotDone)
        {
            // Not knowing is no result, and what ended the whole batch would end the next one too.
            if (report.EndedEarly || result.Status == BatchStatus.Unknown) throw Stopped(lines[result.Operation], result);
            Refuse(lines[result.Operation], ReasonOf(result));
        }

        long existing = report[BatchStatus.AlreadyExists] + report[BatchStatus.Unchanged];
        return new ImportCounts(counts.Written + report.Applied, counts.Existing + existing, counts.Refused + refused);

        void Refuse(long line, string reason)
        {
            refused++;
            _refusals.Add(line, reason);
        }
    }

    private BatchOperation OperationOf(ImportRow row, string id)
    {
        JourneyRecord record = settings.Mode == ImportMode.Update ? new JourneyRecord(settings.Model, id) : JourneyRecord.New(settings.Model, id);
        foreach ((string member, RecordValue value) in row.Values)
        {
            // An object that is made whole has no value where none is said; one that is changed loses it.
            if (settings.Mode == ImportMode.Update || !value.IsNull) record[member] = value;
        }

        return settings.Mode switch
        {
            ImportMode.Create => RecordBatch.CreateIfMissing(record),
            ImportMode.Put => RecordBatch.Put(record),
            _ => RecordBatch.Update(record),
        };
    }

    private static string ReasonOf(BatchResult result)
        => result.Error is { } error ? $"{error.Type}: {error.Detail ?? error.Title}"
        : result.Exception?.Message ?? "an earlier row of the same object was refused";

    private static ToolException Stopped(long line, BatchResult result)
        => new($"stopped at line {line}: {result.Exception?.Message ?? result.Status.ToString()} Run the same command again to go on.");
}
