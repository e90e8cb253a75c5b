using System.Data.Common;
using JourneyApps.Mirroring.Dialects;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Records;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Verifying;

/// <summary>Compares a copy with its deployment.</summary>
internal sealed class CopyVerifier(
    JourneyClient app, CopyStore store, IProgress<DatabaseMirrorProgress>? progress, CancellationToken cancellationToken)
{
    private const int BatchSize = 500;
    private const int MaxLooks = 4;
    private const int MaxListed = 10_000;

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(1.5);

    private readonly List<MirrorDifference> _differences = [];
    private long _objects;
    private long _count;
    private long _problems;

    private SqlDialect Dialect => store.Dialect;

    public async Task<MirrorVerification> RunAsync(IReadOnlyList<CopyTable> tables)
    {
        foreach (CopyTable table in tables) await VerifyAsync(new RowLayout(table)).ConfigureAwait(false);
        return new MirrorVerification(_objects, _differences) { DifferenceCount = _count, Problems = _problems };
    }

    private async Task VerifyAsync(RowLayout layout)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var suspects = new List<string>();
        var batch = new List<JourneyRecord>(BatchSize);
        RecordQuery all = app.Objects(layout.Copy.Model).All().WithConsistency(ReadConsistency.Complete);
        await foreach (JourneyRecord record in all.AsAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (!seen.Add(record.Id)) continue;
            batch.Add(record);
            if (batch.Count < BatchSize) continue;
            await AddSuspectsAsync(layout, batch, suspects).ConfigureAwait(false);
            batch.Clear();
        }

        await AddSuspectsAsync(layout, batch, suspects).ConfigureAwait(false);
        await AddSurplusAsync(layout, seen, suspects).ConfigureAwait(false);
        foreach (string[] ids in suspects.Chunk(BatchSize)) await LookAgainAsync(layout, ids).ConfigureAwait(false);
    }

    private async Task AddSuspectsAsync(RowLayout layout, List<JourneyRecord> records, List<string> suspects)
    {
        if (records.Count == 0) return;
        string[] ids = [.. records.Select(static record => record.Id)];
        Dictionary<string, object?[]> rows = await ReadRowsAsync(layout, ids).ConfigureAwait(false);
        foreach (JourneyRecord record in records)
        {
            object?[]? row = rows.GetValueOrDefault(record.Id);
            if (Compare(layout, record.Id, record, row, countsProblems: true).Count > 0) suspects.Add(record.Id);
        }

        _objects += records.Count;
        progress?.Report(new DatabaseMirrorProgress(DatabaseMirrorEvent.Read) { Model = layout.Copy.Model, Objects = records.Count });
    }

    private async Task AddSurplusAsync(RowLayout layout, HashSet<string> seen, List<string> suspects)
    {
        string condition = $" WHERE {Dialect.Quote(CopyNames.DeletedAt)} IS NULL";
        await using DbCommand command = store.Command(null, $"SELECT id FROM {Dialect.Qualify(layout.Table.Name)}{condition}");
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string id = (string)Dialect.Read(reader, 0, CopyColumnKind.Id)!;
            if (!seen.Contains(id)) suspects.Add(id);
        }
    }

    /// <summary>Reads what differs again, because an object can change between the two readings, and a running mirror needs a moment for
    /// it.</summary>
    private async Task LookAgainAsync(RowLayout layout, string[] ids)
    {
        List<MirrorDifference> left = [];
        for (int look = 1; look <= MaxLooks; look++)
        {
            Dictionary<string, object?[]> before = await ReadRowsAsync(layout, ids).ConfigureAwait(false);
            Dictionary<string, JourneyRecord> records = await ReadObjectsAsync(layout.Copy.Model, ids).ConfigureAwait(false);
            left = [.. ids.SelectMany(id => Compare(layout, id, records.GetValueOrDefault(id), before.GetValueOrDefault(id), false))];
            ids = [.. left.Select(static difference => difference.Id).Distinct(StringComparer.Ordinal)];
            if (ids.Length == 0) return;
            if (look < MaxLooks) await Task.Delay(LookInterval, cancellationToken).ConfigureAwait(false);
        }

        _count += left.Count;
        _differences.AddRange(left.Take(MaxListed - _differences.Count));
    }

    private async Task<Dictionary<string, JourneyRecord>> ReadObjectsAsync(string model, IReadOnlyCollection<string> ids)
    {
        ManyResult<JourneyRecord> found = await app.Objects(model).GetManyAsync(ids, cancellationToken).ConfigureAwait(false);
        return found.Objects.ToDictionary(static record => record.Id, StringComparer.Ordinal);
    }

    private async Task<Dictionary<string, object?[]>> ReadRowsAsync(RowLayout layout, IReadOnlyCollection<string> ids)
    {
        await using DbCommand command = store.Command(
            null, $"SELECT {store.Columns(layout.Table)} FROM {Dialect.Qualify(layout.Table.Name)} WHERE {Dialect.IsOneOf("id", "@ids")}");
        Dialect.BindIds(command, "@ids", ids);
        List<object?[]> rows = await store.ReadAsync(
            command, [.. layout.Table.Columns.Select(static column => column.Kind)], cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(static row => (string)row[0]!, StringComparer.Ordinal);
    }

    private List<MirrorDifference> Compare(RowLayout layout, string id, JourneyRecord? record, object?[]? row, bool countsProblems)
    {
        string model = layout.Copy.Model;
        bool hasRow = row is not null && row[layout.DeletedAtIndex] is null;
        if (record is null) return hasRow ? [new MirrorDifference(MirrorDifferenceKind.SurplusRow, model, id)] : [];
        if (!hasRow) return [new MirrorDifference(MirrorDifferenceKind.MissingRow, model, id)];
        List<RowProblem> problems = [];
        object?[] expected = RowBuilder.Build(layout, record, null, problems);
        if (countsProblems) _problems += problems.Count;
        List<MirrorDifference> differences = [];
        for (int i = 0; i < expected.Length; i++)
        {
            CopyColumn column = layout.Copy.Columns[i];
            // The display can embed other objects, whose changes do not reach it before the object itself changes.
            if (column.Member == "display" || column.Source is CopyColumnSource.Sequence or CopyColumnSource.DeletedAt) continue;
            if (ValueEquality.AreEqual(column.Kind, expected[i], row![i])) continue;
            differences.Add(new MirrorDifference(MirrorDifferenceKind.Value, model, id)
            {
                Column = column.Name,
                Expected = ValueEquality.Text(expected[i]),
                Found = ValueEquality.Text(row[i]),
            });
        }

        return differences;
    }
}
