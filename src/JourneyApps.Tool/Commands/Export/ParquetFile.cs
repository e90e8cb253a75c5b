using JourneyApps.Records;
using JourneyApps.Tool.Files;
using Parquet;
using Parquet.Schema;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>Writes pages of objects as the row groups of a Parquet file. No more than one row group is in memory.</summary>
internal sealed class ParquetFile(Model model, int rowsPerGroup = ParquetFile.RowsPerGroup)
{
    private const int RowsPerGroup = 50_000;
    private const long BytesPerGroup = 32 << 20;

    private readonly ParquetTable _table = new(model);

    /// <summary>The names of the columns with values that do not fit, with their number.</summary>
    public IEnumerable<(string Name, long Count)> Misfits => _table.Misfits;

    /// <summary>Writes all pages and returns the number of objects.</summary>
    public async Task<long> WriteAsync(
        Stream output, IAsyncEnumerable<Page<JourneyRecord>> pages, ProgressMeter meter, CancellationToken cancellationToken)
    {
        ParquetSchema schema = new(_table.Columns.Select(column => column.Field));
        long count = 0;
        // The library asks for the position, which a pipe does not have.
        await using ForwardStream forward = new(output);
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(schema, forward, cancellationToken: cancellationToken))
        {
            (int rows, long bytes) = (0, 0);
            await foreach (Page<JourneyRecord> page in pages.WithCancellation(cancellationToken))
            {
                foreach (JourneyRecord record in page.Items) bytes += _table.Add(record);
                rows += page.Items.Count;
                count += page.Items.Count;
                if (rows >= rowsPerGroup || bytes >= BytesPerGroup)
                {
                    await WriteGroupAsync(writer, cancellationToken);
                    (rows, bytes) = (0, 0);
                }

                meter.Report(count);
            }

            if (rows > 0) await WriteGroupAsync(writer, cancellationToken);
        }

        return count;
    }

    private async Task WriteGroupAsync(ParquetWriter writer, CancellationToken cancellationToken)
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        foreach (ParquetColumn column in _table.Columns) await column.WriteAsync(group, cancellationToken);
        group.CompleteValidate();
    }
}
