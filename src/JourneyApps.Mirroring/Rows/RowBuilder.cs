using System.Text.Json;
using JourneyApps.Records;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Rows;

/// <summary>Makes rows of objects.</summary>
internal static class RowBuilder
{
    /// <summary>The row of an object.</summary>
    /// <param name="layout">The table.</param>
    /// <param name="record">The object.</param>
    /// <param name="sequence">The value of <c>_sequence</c>.</param>
    /// <param name="problems">Receives what does not fit.</param>
    public static object?[] Build(RowLayout layout, JourneyRecord record, long? sequence, List<RowProblem> problems)
    {
        IReadOnlyList<CopyColumn> columns = layout.Copy.Columns;
        var row = new object?[columns.Count];
        for (int i = 0; i < row.Length; i++)
        {
            CopyColumn column = columns[i];
            row[i] = column.Source switch
            {
                CopyColumnSource.Metadata => Metadata(column, record, problems),
                CopyColumnSource.Sequence => sequence,
                CopyColumnSource.DeletedAt => null,
                CopyColumnSource.Other => Other(layout, record, problems),
                CopyColumnSource.FileId => Read(column, FileIdOf(record, column), record, problems),
                CopyColumnSource.FileState => Read(column, FileStateOf(record, column), record, problems),
                CopyColumnSource.Field or CopyColumnSource.Link => Read(column, record[column.Member!], record, problems),
                CopyColumnSource.Location => Read(column, record[column.Member!][column.Part!], record, problems),
            };
        }

        return row;
    }

    /// <summary>A version that says that the object was deleted.</summary>
    public static object?[] Deletion(RowLayout layout, string id, long sequence, DateTimeOffset at)
    {
        var row = new object?[layout.Copy.Columns.Count];
        row[0] = id;
        row[layout.SequenceIndex] = sequence;
        row[layout.DeletedAtIndex] = at;
        return row;
    }

    private static object? Metadata(CopyColumn column, JourneyRecord record, List<RowProblem> problems) => column.Member switch
    {
        "id" => record.Id,
        "updated_at" => record.UpdatedAt?.ToUniversalTime(),
        // A text that fits needs no detour over JSON.
        _ => record.Display is not { } display ? null
            : ValueReader.RefusalOf(display) is null ? display
            : Read(column, display, record, problems),
    };

    private static object? Read(CopyColumn column, RecordValue value, JourneyRecord record, List<RowProblem> problems)
    {
        object? read = ValueReader.Read(column.Kind, value, out string? reason);
        if (reason is not null) problems.Add(new RowProblem(record.Id, column.Name, reason, value.Json.GetRawText()));
        return read;
    }

    // Some servers have the id inside the file's object only.
    private static RecordValue FileIdOf(JourneyRecord record, CopyColumn column)
        => record[column.Member!] is { IsNull: false } id ? id : record[column.Element!]["id"];

    // An id without the file's object is a file that was not uploaded yet.
    private static RecordValue FileStateOf(JourneyRecord record, CopyColumn column)
    {
        RecordValue file = record[column.Member!];
        if (!file.IsNull) return file[column.Part!];
        return record[column.Element + "_id"].IsNull ? RecordValue.Null : "pending";
    }

    private static string? Other(RowLayout layout, JourneyRecord record, List<RowProblem> problems)
    {
        List<string>? names = null;
        foreach (string name in record.Fields)
        {
            if (!layout.NamesMember(name) && !record[name].IsNull) (names ??= []).Add(name);
        }

        if (names is null) return null;
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (string name in names.Order(StringComparer.Ordinal))
            {
                JsonElement json = record[name].Json;
                if ((name.Contains('\0', StringComparison.Ordinal) ? "The member's name contains U+0000." : ValueReader.RefusalOf(json))
                    is { } reason)
                {
                    problems.Add(new RowProblem(record.Id, CopyNames.Other, $"{name}: {reason}", json.GetRawText()));
                    continue;
                }

                writer.WritePropertyName(name);
                json.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        string text = System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        return text == "{}" ? null : text;
    }
}
