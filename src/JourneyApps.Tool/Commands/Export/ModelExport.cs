using System.Text;
using System.Text.Json;
using JourneyApps.Records;
using JourneyApps.Tool.Files;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>
/// Exports the objects of one model to <c>{file}.part</c>. <c>{file}.progress</c> stores the id and the length up to which the file is
/// complete, and an interrupted export resumes there. A completed export is renamed to the file's own name.
/// </summary>
internal sealed class ModelExport(JourneyClient client, Uri deployment, Model model, string path, ExportSettings settings)
{
    private readonly RecordText _text = new(model, settings);
    private readonly AttachmentFiles? _files = settings.Attachments is { } folder ? new(client, model, folder) : null;
    private readonly string _part = path + ".part";
    private readonly string _progress = path + ".progress";
    private readonly string _settings = JsonSerializer.Serialize(settings with { Folder = "" });

    /// <summary>Exports the objects and returns the number of objects in the file.</summary>
    public async Task<long> RunAsync(ProgressMeter meter, CancellationToken cancellationToken)
    {
        ExportProgress? before = Resumable();
        long count = before?.Count ?? 0;
        await using (FileStream file = new(_part, before is null ? FileMode.Create : FileMode.Open, FileAccess.Write))
        {
            if (before is null) await file.WriteAsync(Encoding.UTF8.GetBytes(_text.Header()), cancellationToken);
            else Continue(file, before);
            await foreach (Page<JourneyRecord> page in Query().AsIdRanges(before?.LastId).WithCancellation(cancellationToken))
            {
                // Files come before their lines, so that every line in the file has its files.
                if (_files is not null) await _files.FetchAsync(page.Items, cancellationToken);
                await file.WriteAsync(_text.Write(page.Items), cancellationToken);
                count += page.Items.Count;
                file.Flush(flushToDisk: true);
                ProgressFile.Save<ExportProgress>(
                    _progress, new(deployment.AbsoluteUri, model.Name, _text.Header(), _settings, page.Items[^1].Id, file.Position, count));
                meter.Report(count);
            }
        }

        File.Move(_part, path, overwrite: true);
        File.Delete(_progress);
        return count;
    }

    /// <summary>The exported files; null when files are not exported.</summary>
    public AttachmentFiles? Files => _files;

    /// <summary>Whether this export resumes an interrupted one.</summary>
    public bool Resumes => Resumable() is not null;

    /// <summary>Counts the objects to export.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) => Query().CountAsync(cancellationToken);

    private RecordQuery Query()
        => settings.Where is { } expression
        ? client.Objects(model.Name).Where(expression, [.. settings.Arguments.Select(ValueOf)])
        : client.Objects(model.Name).All();

    private static RecordValue ValueOf(string argument)
    {
        try
        {
            return RecordValue.Parse(argument);
        }
        catch (JsonException)
        {
            return argument;
        }
    }

    private ExportProgress? Resumable()
        => ProgressFile.Read<ExportProgress>(_progress) is { } saved
        && saved.Deployment == deployment.AbsoluteUri && saved.Model == model.Name && saved.Header == _text.Header()
        && saved.Settings == _settings
        && File.Exists(_part) && new FileInfo(_part).Length >= saved.Bytes ? saved : null;

    // What follows the last saved position may be an incomplete line.
    private static void Continue(FileStream file, ExportProgress saved)
    {
        file.SetLength(saved.Bytes);
        file.Seek(0, SeekOrigin.End);
    }
}
