using System.Data.Common;
using JourneyApps.Mirroring.Rows;
using JourneyApps.Mirroring.Storage;
using JourneyApps.Schema;

namespace JourneyApps.Mirroring.Running;

/// <summary>The objects with problems. There are few, so most steps need no statement for them.</summary>
internal sealed class KnownProblems(CopyStore store)
{
    private readonly HashSet<(string Model, string Id)> _known = [];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _known.Clear();
        string table = store.Dialect.Qualify(CatalogTables.Problem.Name);
        List<object?[]> rows = await store.ReadAsync(
            null, $"SELECT DISTINCT model, id FROM {table}", [CopyColumnKind.Key, CopyColumnKind.Id], cancellationToken)
                .ConfigureAwait(false);
        foreach (object?[] row in rows) _known.Add(((string)row[0]!, (string)row[1]!));
    }

    /// <summary>Replaces the problems of objects.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="model">The model.</param>
    /// <param name="ids">The objects that were written or deleted.</param>
    /// <param name="problems">What does not fit now.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ReplaceAsync(
        DbTransaction transaction, string model, IReadOnlyCollection<string> ids, IReadOnlyList<RowProblem> problems,
        CancellationToken cancellationToken)
    {
        if (_known.Count > 0)
        {
            string[] earlier = [.. ids.Where(id => _known.Contains((model, id)))];
            if (earlier.Length > 0)
            {
                string table = store.Dialect.Qualify(CatalogTables.Problem.Name);
                await using DbCommand command = store.Command(
                    transaction, $"DELETE FROM {table} WHERE model = @model AND {store.Dialect.IsOneOf("id", "@ids")}",
                    new DbParameterValue("@model", CopyColumnKind.Key, model));
                store.Dialect.BindIds(command, "@ids", earlier);
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        if (problems.Count == 0) return;
        object? now = DateTimeOffset.UtcNow;
        object?[][] rows =
        [
            .. problems.DistinctBy(static problem => (problem.Id, problem.Column)).Select(problem => new object?[]
            {
                model, problem.Id, problem.Column, Printable(problem.Reason), problem.PrintableValue, now,
            }),
        ];
        await store.Database.UpsertAsync(transaction, CatalogTables.Problem, rows, cancellationToken).ConfigureAwait(false);
        foreach (RowProblem problem in problems) _known.Add((model, problem.Id));
    }

    private static string Printable(string text) => text.Replace('\0', '\uFFFD');
}
