using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using JourneyApps.Records;
using JourneyApps.Tool.Files;
using JourneyApps.Tool.Objects;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>
/// Exports the objects of one model to <c>{file}.part</c>. <c>{file}.progress</c> stores the id and the length up to which the file is
/// complete, and an interrupted export resumes there. A completed export is renamed to the file's own name.
/// </summary>
internal sealed class ModelExport(JourneyClient client, Uri deployment, Model model, string path, ExportSettings settings)
{
    private readonly RecordText _text = new(model, settings);
    private readonly AttachmentFiles? _files = settings.Attachments is { } folder ? new(client, model, folder) : null;
    private readonly ParquetFile? _parquet = settings.Format == ExportFormat.Parquet ? new(model) : null;
    private readonly string _part = path + ".part";
    private readonly string _progress = path + ".progress";
    private readonly string _settings = JsonSerializer.Serialize(settings with { Folder = "" });

    /// <summary>Exports the objects and returns the number of objects in the file.</summary>
    public async Task<long> RunAsync(ProgressMeter meter, CancellationToken cancellationToken)
    {
        foreach (string own in (string[])[path, _part, _progress]) OwnFile.Check(own);
        if (_parquet is not null) return await WriteParquetAsync(meter, cancellationToken);
        ExportProgress? before = Resumable();
        ExportProgress state = before ?? Start();
        FileStream file = before is null ? OwnFile.Create(_part) : OwnFile.Continue(_part);
        try
        {
            await using (file)
            {
                if (before is null) await file.WriteAsync(Encoding.UTF8.GetBytes(_text.Header()), cancellationToken);
                else Continue(file, before);
                await foreach (Page<JourneyRecord> page in PagesAsync(before?.LastId, cancellationToken))
                {
                    await file.WriteAsync(_text.Write(page.Items), cancellationToken);
                    file.Flush(flushToDisk: true);
                    state = state with { LastId = page.Items[^1].Id, Bytes = file.Position, Count = state.Count + page.Items.Count };
                    ProgressFile.Save(_progress, state);
                    meter.Report(state.Count);
                }
            }

            File.Move(_part, path, overwrite: true);
            File.Delete(_progress);
            return state.Count;
        }
        finally
        {
            // Without objects there is nothing to resume.
            if (state.Count == 0 && File.Exists(_part)) File.Delete(_part);
        }
    }

    /// <summary>Writes the objects to a stream that cannot be resumed and returns their number.</summary>
    public async Task<long> RunAsync(Stream output, ProgressMeter meter, CancellationToken cancellationToken)
    {
        if (_parquet is not null) return await _parquet.WriteAsync(output, PagesAsync(null, cancellationToken), meter, cancellationToken);
        long count = 0;
        await output.WriteAsync(Encoding.UTF8.GetBytes(_text.Header()), cancellationToken);
        await foreach (Page<JourneyRecord> page in PagesAsync(null, cancellationToken))
        {
            await output.WriteAsync(_text.Write(page.Items), cancellationToken);
            count += page.Items.Count;
            meter.Report(count);
        }

        await output.FlushAsync(cancellationToken);
        return count;
    }

    /// <summary>The exported files; null when files are not exported.</summary>
    public AttachmentFiles? Files => _files;

    /// <summary>The columns of a Parquet file with values that do not fit, with their number.</summary>
    public IEnumerable<(string Name, long Count)> Misfits => _parquet?.Misfits ?? [];

    /// <summary>The number of values that no file can contain, since the export began or resumed.</summary>
    public long InvalidTexts => _text.InvalidTexts;

    /// <summary>Whether this export resumes an interrupted one.</summary>
    public bool Resumes => Resumable() is not null;

    /// <summary>Counts the objects to export.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) => Query().CountAsync(cancellationToken);

    // The end of a Parquet file says where its parts are, so a part of a file cannot be continued.
    private async Task<long> WriteParquetAsync(ProgressMeter meter, CancellationToken cancellationToken)
    {
        FileStream file = OwnFile.Create(_part);
        try
        {
            long count;
            await using (file)
            {
                count = await _parquet!.WriteAsync(file, PagesAsync(null, cancellationToken), meter, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(_part, path, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(_part);
        }
    }

    private RecordQuery Query() => new WhereClause(settings.Where, settings.Arguments).Of(client, model);

    // Files come before the lines of their objects, so that every line in the file has its files.
    private async IAsyncEnumerable<Page<JourneyRecord>> PagesAsync(
        string? lastId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Page<JourneyRecord> page in Query().AsIdRanges(lastId).WithCancellation(cancellationToken))
        {
            if (_files is not null) await _files.FetchAsync(page.Items, cancellationToken);
            yield return page;
        }
    }

    private ExportProgress Start()
        => new(deployment.AbsoluteUri, model.Name, _text.Header(), _settings, "", Encoding.UTF8.GetByteCount(_text.Header()), 0);

    private ExportProgress? Resumable()
        => _parquet is null && ProgressFile.Read<ExportProgress>(_progress) is { } saved
        && File.Exists(_part) && saved.CanResume(Start(), new FileInfo(_part).Length) ? saved : null;

    // What follows the last saved position may be an incomplete line.
    private static void Continue(FileStream file, ExportProgress saved)
    {
        file.SetLength(saved.Bytes);
        file.Seek(0, SeekOrigin.End);
    }
}
