using JourneyApps.Records;
using Parquet;
using Parquet.Schema;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>A column with text or JSON.</summary>
/// <param name="field">The column as the file declares it.</param>
/// <param name="read">Reads a value; null if it does not fit.</param>
internal sealed class ParquetTextColumn(DataField field, Func<RecordValue, string?> read) : ParquetColumn(field)
{
    private readonly List<string?> _values = [];

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAsync(field, _values!);
        _values.Clear();
    }

    protected override long? TryAdd(RecordValue value)
    {
        if (read(value) is not { } text) return null;
        _values.Add(text);
        return text.Length;
    }

    protected override void AddNull() => _values.Add(null);
}
