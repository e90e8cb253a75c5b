using JourneyApps.Mirroring.EntityFrameworkCore.Options;
using JourneyApps.Mirroring.EntityFrameworkCore.Saving;
using JourneyApps.Mirroring.EntityFrameworkCore.Translation;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds the types of JourneyApps models to a context that reads a copy.</summary>
public static class JourneyAppsDbContextOptionsExtensions
{
    /// <summary>Maps ids, choices and the enums of their options to the columns of a copy, and translates them in queries. Call it together
    /// with <see cref="JourneyAppsModelBuilderExtensions.ApplyJourneyApps"/>.</summary>
    /// <param name="options">The options of the context, with a relational provider.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <example><code>
    /// protected override void OnConfiguring(DbContextOptionsBuilder options)
    ///     => options.UseNpgsql(connectionString).UseJourneyApps();
    /// </code></example>
    public static DbContextOptionsBuilder UseJourneyApps(this DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Options.FindExtension<JourneyAppsOptionsExtension>() is not null) return options;
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new JourneyAppsOptionsExtension());
        return options.AddInterceptors(QueryInterceptor.Instance, RowSavingInterceptor.Instance);
    }

    /// <summary>Maps ids, choices and the enums of their options to the columns of a copy, and translates them in queries. Call it together
    /// with <see cref="JourneyAppsModelBuilderExtensions.ApplyJourneyApps"/>.</summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="options">The options of the context, with a relational provider.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public static DbContextOptionsBuilder<TContext> UseJourneyApps<TContext>(this DbContextOptionsBuilder<TContext> options)
        where TContext : DbContext
    {
        UseJourneyApps((DbContextOptionsBuilder)options);
        return options;
    }
}
