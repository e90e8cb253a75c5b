
namespace JourneyApps.Internal.Features.Mirroring;

/// <summary>
/// Reads all objects of a model where ranges of ids are not possible: page by page, again and again until the log shows that nothing changed during a pass.
/// </summary>
internal sealed class MirrorPasses(MirrorLog log, MirrorModel model)
{
    private const int MostPasses = 5;

    /// <summary>Reads everything.</summary>
    /// <param name="apply">Takes the rows of each page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="JourneyApiException">Something changed during each pass.</exception>
    public async Task ReadAsync(Func<LoadedRows, Task> apply, CancellationToken cancellationToken)
    {
        for (int pass = 0; pass < MostPasses; pass++)
        {
            (long? before, _) = await log.EndAsync(cancellationToken).ConfigureAwait(false);
            await PassAsync(apply, cancellationToken).ConfigureAwait(false);
            (long? after, _) = await log.EndAsync(cancellationToken).ConfigureAwait(false);
            if (before == after) return;
        }
        throw new JourneyApiException(
            $"The server does not compare ids as they are written, so {model.Name} had to be read page by page, and in each of {MostPasses} passes something was written meanwhile: "
            + "rows may have been passed over. Run the mirror again while less is written.");
    }

    private async Task PassAsync(Func<LoadedRows, Task> apply, CancellationToken cancellationToken)
    {
        int skip = 0;
        bool more = true;
        while (more)
        {
            LoadedRows rows = await model.ReadPageAsync(skip, cancellationToken).ConfigureAwait(false);
            if (rows is { Count: 0, More: true }) throw new UnreadableResponseException($"The list of {model.Name} says that there is more and gives nothing.");
            if (rows.Count > 0) await apply(rows).ConfigureAwait(false);
            skip += rows.Count;
            more = rows.More;
        }
    }
}
