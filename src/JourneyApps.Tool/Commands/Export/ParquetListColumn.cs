using System.Text.Json;
using JourneyApps.Records;
using Parquet;
using Parquet.Schema;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>A column with lists. In the file, a level for each entry says where the next row begins, and which lists are null or
/// empty.</summary>
/// <param name="field">The column as the file declares it.</param>
/// <param name="read">Reads an item; null if it does not fit.</param>
internal sealed class ParquetListColumn<T>(ListField field, Func<RecordValue, T?> read) : ParquetColumn(field)
    where T : struct
{
    private const int Size = 16;

    // The levels of the format: no list, a list without items, an item.
    private const int NoList = 0;
    private const int EmptyList = 1;
    private const int Item = 3;

    private readonly List<T> _items = [];
    private readonly List<int> _levels = [];
    private readonly List<int> _continues = [];

    public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
    {
        await group.WriteAllPartsAsync<T>(
            (DataField)field.Item, _items.ToArray(), _levels.ToArray().AsMemory(), _continues.ToArray().AsMemory(), cancellationToken);
        _items.Clear();
        _levels.Clear();
        _continues.Clear();
    }

    protected override long? TryAdd(RecordValue value)
    {
        if (value.Json.ValueKind != JsonValueKind.Array) return null;
        List<T> items = [];
        foreach (RecordValue item in value.Items)
        {
            if (read(item) is not { } parsed) return null;
            items.Add(parsed);
        }

        if (items.Count == 0) AddEntry(EmptyList, isContinued: false);
        for (int i = 0; i < items.Count; i++) AddEntry(Item, isContinued: i > 0);
        _items.AddRange(items);
        return Size * (items.Count + 1);
    }

    protected override void AddNull() => AddEntry(NoList, isContinued: false);

    private void AddEntry(int level, bool isContinued)
    {
        _levels.Add(level);
        _continues.Add(isContinued ? 1 : 0);
    }
}
