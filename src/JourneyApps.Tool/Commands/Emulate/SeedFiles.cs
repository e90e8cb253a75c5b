using System.Text;
using System.Text.Json;
using JourneyApps.Emulator;
using JourneyApps.Records;
using JourneyApps.Tool.Commands.Export;
using JourneyApps.Tool.Commands.Import;
using JourneyApps.Tool.Files;
using JourneyApps.Tool.Objects;
using JourneyApps.Tool.Schemas;

namespace JourneyApps.Tool.Commands.Emulate;

/// <summary>Stores the rows of files in an emulator before it serves its first request. The files are those of <c>export</c>. Objects that
/// exist are left unchanged, so that a data file keeps its changes.</summary>
internal static class SeedFiles
{
    private const int RowsPerWrite = 500;

    /// <summary>The files that a path names: itself, or the <c>.jsonl</c> and <c>.csv</c> files of a folder.</summary>
    /// <exception cref="ToolException">There is no such file or folder, or the folder has no such files.</exception>
    public static IReadOnlyList<string> Find(string path)
    {
        if (!Directory.Exists(path))
        {
            InputFile.Require(path);
            return [path];
        }

        string[] files = [.. Directory.EnumerateFiles(path).Where(ImportSettings.HasKnownExtension).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files : throw new ToolException($"the folder '{path}' has no .jsonl or .csv files.");
    }

    /// <summary>Stores the rows of one file.</summary>
    /// <exception cref="ToolException">The file cannot be read, its name is not a model, or a row is rejected.</exception>
    public static async Task LoadAsync(
        string path, DataModel dataModel, JourneyEmulator emulator, Terminal terminal, CancellationToken cancellationToken)
    {
        var settings = ImportSettings.OfFile(path);
        using StreamReader text = TextFile.Open(path, null);
        await LoadAsync(path, text, settings, dataModel, emulator, terminal, cancellationToken);
    }

    /// <summary>Stores the rows of a text.</summary>
    /// <exception cref="ToolException">The name is not a model, or a row is rejected.</exception>
    public static async Task LoadAsync(
        string path, StreamReader text, ImportSettings settings, DataModel dataModel, JourneyEmulator emulator, Terminal terminal,
        CancellationToken cancellationToken)
    {
        Model model = ModelName.Find(dataModel, settings.Model);
        RowIds ids = new(settings);
        IEnumerable<ImportRow> rows = settings.Format == ObjectFormat.Csv
            ? CsvRows.Read(text, model, settings) : JsonRows.Read(text, model, settings);
        (long stored, long existing) = (0, 0);
        foreach (ImportRow[] part in rows.Select(ids.Assign).Chunk(RowsPerWrite))
        {
            cancellationToken.ThrowIfCancellationRequested();
            List<ImportRow> missing = [];
            foreach (ImportRow row in part)
            {
                if (row.Error is { } error) throw Rejected(path, row, error);
                if (await emulator.FindAsync(model.Name, row.Id!) is null) missing.Add(row);
            }

            await StoreAsync(path, model, missing, emulator);
            stored += missing.Count;
            existing += part.Length - missing.Count;
        }

        string kept = existing == 0 ? "" : $", {Plural.Of(existing, "object")} already existed";
        terminal.WriteMessage($"{model.Name}: {Plural.Of(stored, "object")} from {path}{kept}");
    }

    private static async Task StoreAsync(string path, Model model, List<ImportRow> rows, JourneyEmulator emulator)
    {
        try
        {
            await emulator.SeedAsync(model.Name, rows.Select(JsonOf));
        }
        catch (ArgumentException)
        {
            // Nothing was stored. Row by row, the first one that is rejected can be named.
            foreach (ImportRow row in rows)
            {
                try
                {
                    await emulator.SeedAsync(model.Name, JsonOf(row));
                }
                catch (ArgumentException exception)
                {
                    throw Rejected(path, row, ErrorFormatter.WithoutParameterName(exception));
                }
            }
        }
    }

    private static string JsonOf(ImportRow row)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, row.Id);
            foreach ((string member, RecordValue value) in row.Values)
            {
                if (value.IsNull) continue;
                writer.WritePropertyName(member);
                RecordText.WithoutLabels(value).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static ToolException Rejected(string path, ImportRow row, string reason)
        => new($"'{path}', line {row.Line}: {reason.TrimEnd('.')}.");
}
