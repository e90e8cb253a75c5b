using JourneyApps.Mirroring.EntityFrameworkCore.Modeling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Saving;

/// <summary>Refuses to save rows: the mirror writes them, and the app would not see the change.</summary>
internal sealed class RowSavingInterceptor : SaveChangesInterceptor
{
    public static RowSavingInterceptor Instance { get; } = new();

    public static InvalidOperationException Refusal(Type row, string what) => new(
        $"{what} a {row.Name} is not possible: the table is a copy of the app, and the mirror would overwrite the change. "
            + "Write the object through the client of the app; the copy follows.");

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Check(DbContext? context)
    {
        foreach (EntityEntry entry in context?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached || !Rows.IsRow(entry.Metadata.ClrType)) continue;
            throw Refusal(entry.Metadata.ClrType, entry.State switch
            {
                EntityState.Added => "Adding",
                EntityState.Deleted => "Deleting",
                _ => "Changing",
            });
        }
    }
}
