using Acme.Field;
using JourneyApps.Runtime.Tests.Http;

namespace JourneyApps.Runtime.Tests.Queries;

/// <summary>No object has one of no values.</summary>
public sealed class EmptyListTests
{
    private static readonly Id<Job>[] None = [];

    [Fact]
    public async Task A_condition_that_requires_a_value_of_an_empty_list_sends_nothing()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.Jobs.CreateAsync(new Job { Title = "Replace pump" }, TestContext.Current.CancellationToken);
        app.Emulator.ClearRequests();
        CancellationToken cancel = TestContext.Current.CancellationToken;

        foreach (ObjectQuery<Job, JobFields> query in (ObjectQuery<Job, JobFields>[])
        [
            app.Jobs.Where(j => j.Id.In(None)),
            app.Jobs.Where(j => j.Title == "Replace pump" && j.Id.In(None) && j.Crew > 1),
            app.Jobs.Where(j => j.Id.In(None) || j.Title.In(Array.Empty<string>())),
            app.Jobs.Where(j => j.Id.In(None)).Where(j => j.Title == "Replace pump").Include(j => j.Site),
        ])
        {
            Assert.Empty(await query.ToListAsync(cancel));
            Assert.Empty(await query.WithConsistency(ReadConsistency.Complete).ToListAsync(cancel));
            Assert.Equal(0, await query.CountAsync(cancel));
            Assert.False(await query.AnyAsync(cancel));
            Assert.Null(await query.FirstOrDefaultAsync(cancel));
        }

        Assert.Equal(0, (await app.Jobs.Where(j => j.Id.In(None)).DeleteAllAsync(cancellationToken: cancel)).Matched);
        Assert.Empty(app.Traffic);
        Assert.Equal(1, await app.Jobs.CountAsync(cancel));
    }

    [Fact]
    public async Task An_empty_list_in_an_alternative_or_an_exclusion_does_not_hide_objects()
    {
        await using EmulatedApp app = await EmulatedApp.StartAsync();
        await app.Jobs.CreateAsync(new Job { Title = "Replace pump" }, TestContext.Current.CancellationToken);

        Assert.Single(await app.Jobs.Where(j => j.Id.In(None) || j.Title == "Replace pump").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Single(await app.Jobs.Where(j => j.Title == "Replace pump" && (j.Crew == null || j.Id.In(None))).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Single(await app.Jobs.Where(j => j.Id.NotIn(None)).ToListAsync(TestContext.Current.CancellationToken));
    }
}
