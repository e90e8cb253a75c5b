using System.Text;
using JourneyApps.Schema;
using JourneyApps.Tool.CommandLine;
using JourneyApps.Tool.Deployments;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>
/// Exports the objects of one model. They go to <c>{file}.part</c>, with <c>{file}.progress</c> beside it, which says up to which id and
/// byte the file is whole; a run that was stopped is gone on with from there. Only a finished export has the file's own name.
/// </summary>
internal sealed class ModelExport(ToolClient client, Model model, string path, ExportSettings settings)
{
    private readonly RecordText _text = RecordText.Of(model, settings);
    private readonly AttachmentFiles? _files = settings.Attachments is { } folder ? new(client, model, folder) : null;
    private readonly string _part = path + ".part";
    private readonly string _progress = path + ".progress";

    /// <summary>Exports, and gives the number of objects in the file.</summary>
    public async Task<long> RunAsync(ProgressMeter meter, CancellationToken cancellationToken)
    {
        ExportProgress? before = Resumable();
        long count = before?.Count ?? 0;
        await using (FileStream file = new(_part, before is null ? FileMode.Create : FileMode.Open, FileAccess.Write))
        {
            if (before is null) await file.WriteAsync(Encoding.UTF8.GetBytes(_text.Header()), cancellationToken);
            else Continue(file, before);
            await foreach (JourneyRecord[] records in RecordPages.ReadAsync(client.Transport, model.Name, settings.Filter, before?.LastId, cancellationToken))
            {
                // Before the lines that speak of them: a line in the file says that its files are there.
                if (_files is not null) await _files.FetchAsync(records, cancellationToken);
                await file.WriteAsync(_text.Write(records), cancellationToken);
                count += records.Length;
                file.Flush(flushToDisk: true);
                ProgressFile.Save(_progress, new ExportProgress(Deployment, model.Name, _text.Header(), settings.Filter.Fingerprint, settings.Attachments?.Root, records[^1].Id, file.Position, count));
                meter.Report(count);
            }
        }

        File.Move(_part, path, overwrite: true);
        File.Delete(_progress);
        return count;
    }

    /// <summary>The files that were brought along; null when none were to be.</summary>
    public AttachmentFiles? Files => _files;

    /// <summary>Whether there is an unfinished export that this one goes on with.</summary>
    public bool Resumes => Resumable() is not null;

    private string Deployment => client.Transport.Settings.BaseAddress.AbsoluteUri;

    private ExportProgress? Resumable()
        => ProgressFile.Read<ExportProgress>(_progress) is { } saved
        && saved.Deployment == Deployment && saved.Model == model.Name && saved.Header == _text.Header()
        && saved.Filter == settings.Filter.Fingerprint && saved.Attachments == settings.Attachments?.Root
        && File.Exists(_part) && new FileInfo(_part).Length >= saved.Bytes ? saved : null;

    // What was written behind the last saved position may be half a line.
    private static void Continue(FileStream file, ExportProgress saved)
    {
        file.SetLength(saved.Bytes);
        file.Seek(0, SeekOrigin.End);
    }
}
