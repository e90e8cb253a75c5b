using JourneyApps.Mirroring.EntityFrameworkCore.Modeling;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Configures the rows of a copy in the model of a context.</summary>
public static class JourneyAppsModelBuilderExtensions
{
    /// <summary>Configures every generated row of the model: its table in the schema <c>journeyapps</c> where the database has schemas, the
    /// relationships between rows, and a filter that leaves out deleted objects. Migrations do not create or change the tables, and saving
    /// a row throws an <see cref="InvalidOperationException"/>. Other entities of the context stay as they are and can refer to
    /// rows.</summary>
    /// <remarks><c>IgnoreQueryFilters</c> in a query returns deleted objects too.</remarks>
    /// <param name="modelBuilder">The builder in <c>OnModelCreating</c>.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="modelBuilder"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The model has no generated row.</exception>
    /// <example><code>
    /// public sealed class FieldCopy : DbContext
    /// {
    ///     public DbSet&lt;JobRow&gt; Jobs => Set&lt;JobRow&gt;();
    ///     protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyJourneyApps();
    /// }
    /// </code></example>
    public static ModelBuilder ApplyJourneyApps(this ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        RowModel.Apply(modelBuilder);
        return modelBuilder;
    }
}
