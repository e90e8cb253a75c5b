using JourneyApps.Records;
using Parquet;
using Field = Parquet.Schema.Field;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>A column of a Parquet file, with the values of the row group that is not written yet.</summary>
/// <param name="declared">The column as the file declares it.</param>
internal abstract class ParquetColumn(Field declared)
{
    /// <summary>The column as the file declares it.</summary>
    public Field Field => declared;

    /// <summary>The number of values that do not fit the type; they are null in the file.</summary>
    public long Misfits { get; private set; }

    /// <summary>Adds the value of the next row and returns its size in bytes, for which an estimate is enough.</summary>
    public long Add(RecordValue value)
    {
        if (value.IsNull)
        {
            AddNull();
            return 1;
        }

        if (TryAdd(value) is { } size) return size;
        Misfits++;
        AddNull();
        return 1;
    }

    /// <summary>Writes the values and begins the next row group.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);

    /// <summary>Adds a value and returns its size; null if it does not fit.</summary>
    protected abstract long? TryAdd(RecordValue value);

    protected abstract void AddNull();
}
