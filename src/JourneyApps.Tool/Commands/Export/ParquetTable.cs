using System.Text.Json;
using JourneyApps.Records;
using Parquet.Schema;

namespace JourneyApps.Tool.Commands.Export;

/// <summary>The columns of a model in a Parquet file: those of a copy in a database, with the same names.</summary>
internal sealed class ParquetTable
{
    private const string ElementName = "element";

    private readonly CopyTable _table;
    private readonly (CopyColumn Source, ParquetColumn Column)[] _columns;

    public ParquetTable(Model model)
    {
        _table = CopyTable.Of(model);
        // An export has neither the oplog nor deleted objects.
        _columns =
        [
            .. _table.Columns
                .Where(column => column.Source is not (CopyColumnSource.Sequence or CopyColumnSource.DeletedAt))
                .Select(column => (column, Create(column))),
        ];
    }

    /// <summary>The columns.</summary>
    public IEnumerable<ParquetColumn> Columns => _columns.Select(pair => pair.Column);

    /// <summary>The names of the columns with values that do not fit, with their number.</summary>
    public IEnumerable<(string Name, long Count)> Misfits
        => _columns.Where(pair => pair.Column.Misfits > 0).Select(pair => (pair.Source.Name, pair.Column.Misfits));

    /// <summary>Adds an object to all columns and returns its size in bytes, for which an estimate is enough.</summary>
    public long Add(JourneyRecord record)
    {
        long size = 0;
        foreach ((CopyColumn source, ParquetColumn column) in _columns) size += column.Add(ValueOf(record, source));
        return size;
    }

    private RecordValue ValueOf(JourneyRecord record, CopyColumn column) => column.Source switch
    {
        CopyColumnSource.Metadata => column.Member switch
        {
            "id" => record.Id,
            "display" => record.Display,
            _ => record.UpdatedAt,
        },
        CopyColumnSource.Other => OtherOf(record),
        _ when column.Part is { } part => record[column.Member!] is { IsNull: false } whole ? whole[part] : RecordValue.Null,
        _ => record[column.Member!],
    };

    private RecordValue OtherOf(JourneyRecord record)
    {
        var others = record.Fields
            .Where(name => !_table.NamesMember(name))
            .ToDictionary(name => name, name => record[name].Json, StringComparer.Ordinal);
        return others.Count == 0 ? RecordValue.Null : JsonSerializer.SerializeToElement(others);
    }

    private static ParquetColumn Create(CopyColumn column) => column.Kind switch
    {
        CopyColumnKind.Id or CopyColumnKind.Key or CopyColumnKind.Text => new ParquetTextColumn(
            new DataField(column.Name, typeof(string), isNullable: column.Member != "id"), static value => value.Text),
        CopyColumnKind.Json => new ParquetTextColumn(
            new DataField(column.Name, typeof(string), isNullable: true), static value => value.Json.GetRawText()),
        CopyColumnKind.Integer or CopyColumnKind.BigInteger => Value(column, static value => value.Integer),
        CopyColumnKind.Number => Value(column, static value => value.Number),
        CopyColumnKind.Boolean => Value(column, static value => value.Boolean),
        CopyColumnKind.Date => Value(column, static value => value.Date),
        CopyColumnKind.DateTime => new ParquetValueColumn<DateTime>(
            new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: true),
            static value => value.DateTime?.UtcDateTime),
        CopyColumnKind.KeyArray => new ParquetListColumn<ReadOnlyMemory<char>>(
            new ListField(column.Name, new DataField(ElementName, typeof(string), isNullable: true)),
            static value => value.Text is { } text ? text.AsMemory() : null),
        CopyColumnKind.BigIntegerArray => new ParquetListColumn<long>(
            new ListField(column.Name, new DataField(ElementName, typeof(long), isNullable: true)), static value => value.Integer),
    };

    private static ParquetValueColumn<T> Value<T>(CopyColumn column, Func<RecordValue, T?> read)
        where T : struct
        => new(new DataField(column.Name, typeof(T), isNullable: true), read);
}
