using System.Runtime.CompilerServices;
using JourneyApps.Internal.Features.Mirroring.Rules;
using JourneyApps.Internal.Objects.Paging;
using JourneyApps.Internal.Objects.Single;

namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>Reads the objects of a mirrored model. Objects that cannot be read are rows too, regardless of how lists handle them.</summary>
internal sealed class RowReader<T>(ObjectCalls<T> calls) : RowReader
    where T : class
{
    private IdRangeReader<T>? _ranges;
    private int _turn;

    public override async Task<bool?> HasValuesAsync(IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        try
        {
            ModelPage<T> page = await calls.SendPageAsync(
                calls.PageRequest(HavingValues(fields), 1), cancellationToken, report: true).ConfigureAwait(false);
            return page.Received > 0;
        }
        catch (InvalidRequestException)
        {
            return null;
        }
    }

    public override Task<MirrorInput> ReadRangeAsync(MirrorAction.ReadRange asked, CancellationToken cancellationToken)
    {
        if (_ranges is null || _turn != asked.Turn)
        {
            (_turn, ModelCopy model) = (asked.Turn, asked.Model);
            LoadedSpans stored = model.Mode == LoadMode.Ranges ? model.Loaded : LoadedSpans.None;
            _ranges = new IdRangeReader<T>(
                calls, model.LoadsEverything ? null : HavingValues(model.Fields),
                [.. stored.Missing.Select(static span => new IdRange(span.From, span.To))]);
        }

        return ReadRangeAsync(_ranges, asked, cancellationToken);
    }

    public override async IAsyncEnumerable<IReadOnlyList<LoadedRow>> ReadPassAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<Page<T>> pages = PageReader.InOrderAsync(calls, QuerySpec.Everything, null, report: true, cancellationToken);
        await foreach (Page<T> page in pages.ConfigureAwait(false))
        {
            yield return
            [
                .. page.Items.Select(item => new LoadedRow(calls.Codec.IdOf(item), item, null)),
                .. page.Unreadable.Select(static fault => new LoadedRow(fault.ObjectId, null, fault)),
            ];
        }
    }

    private static Filter HavingValues(IReadOnlyList<string> fields)
        => fields.Select(static field => ComparisonFilter.CreateNull(field, "!=")).Aggregate(static (left, right) => left | right);

    private async Task<MirrorInput> ReadRangeAsync(
        IdRangeReader<T> ranges, MirrorAction.ReadRange asked, CancellationToken cancellationToken)
    {
        try
        {
            return await ranges.NextAsync(report: true, cancellationToken).ConfigureAwait(false) switch
            {
                null => new MirrorInput.RangeRead(asked, null, []),
                { Page: { } page, Range: var range }
                    => new MirrorInput.RangeRead(asked, new IdSpan(range.From, range.To), Rows(page)) { Bytes = page.Bytes },
                _ => new MirrorInput.RangeRefused(asked, IsOrdered: false),
            };
        }
        catch (InvalidRequestException) when (!asked.Model.LoadsEverything)
        {
            return new MirrorInput.RangeRefused(asked, IsOrdered: true);
        }
    }

    private LoadedRow[] Rows(ModelPage<T> page)
    {
        IEnumerable<LoadedRow> read = page.Objects.Select(item => new LoadedRow(calls.Codec.IdOf(item), item, null));
        IEnumerable<LoadedRow> unreadable = page.Unreadable.Select(
            static row => new LoadedRow(row.Id, null, new UnreadableObjectException(row.Fault)));
        return [.. read, .. unreadable];
    }
}
