using JourneyApps.Records;
using Parquet;
using Parquet.Schema;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>A column with numbers, days, times or booleans.</summary>
/// <param name="field">The column as the file declares it.</param>
/// <param name="read">Reads a value; null if it does not fit.</param>
internal sealed class ParquetValueColumn<T>(DataField field, Func<RecordValue, T?> read) : ParquetColumn(field)
    where T : struct
{
    private const int Size = 8;

    private readonly List<T?> _values = [];

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAsync<T>(field, _values.ToArray().AsMemory(), cancellationToken: cancellationToken);
        _values.Clear();
    }

    protected override long? TryAdd(RecordValue value)
    {
        if (read(value) is not { } parsed) return null;
        _values.Add(parsed);
        return Size;
    }

    protected override void AddNull() => _values.Add(null);
}
