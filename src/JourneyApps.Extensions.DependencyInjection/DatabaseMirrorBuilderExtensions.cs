using JourneyApps;
using JourneyApps.Extensions.DependencyInjection;
using JourneyApps.Mirroring;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds copies in databases to a registered client.</summary>
public static class DatabaseMirrorBuilderExtensions
{
    /// <summary>Hosts a copy of the deployment in a database: it is loaded and kept up to date as long as the program runs. While the
    /// database or the deployment cannot be reached, the mirror waits. Several programs can host the same copy: one writes, another takes
    /// over when that one ends.</summary>
    /// <typeparam name="TClient">The registered client.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="describe">Describes the copy, such as <c>m => m.UsePostgreSql(connectionString).Models("job", "site")</c>. The
    /// method of the database is in its package, such as JourneyApps.Mirroring.PostgreSql.</param>
    /// <returns>The client.</returns>
    public static JourneyAppBuilder<TClient> AddDatabaseMirror<TClient>(
        this JourneyAppBuilder<TClient> builder, Action<DatabaseMirrorBuilder> describe)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(describe);
        return builder.AddDatabaseMirror((mirror, _) => describe(mirror));
    }

    /// <summary>Hosts a copy of the deployment in a database, described with services of the program.</summary>
    /// <typeparam name="TClient">The registered client.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="describe">Describes the copy with the services, such as the configuration.</param>
    /// <returns>The client.</returns>
    public static JourneyAppBuilder<TClient> AddDatabaseMirror<TClient>(
        this JourneyAppBuilder<TClient> builder, Action<DatabaseMirrorBuilder, IServiceProvider> describe)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(describe);
        // Not AddHostedService: it would ignore a second copy as a duplicate.
        builder.Services.AddSingleton<IHostedService>(provider => new DatabaseMirrorService(
            builder.OptionsName,
            progress =>
            {
                var mirror = new DatabaseMirrorBuilder();
                describe(mirror, provider);
                mirror.Configure(options => options with
                {
                    Progress = options.Progress is { } own ? new BothProgress<DatabaseMirrorProgress>(progress, own) : progress,
                });
                return mirror.Build(builder.Client(provider));
            },
            JourneyAppBuilderExtensions.Time(provider),
            provider.GetRequiredService<ILogger<DatabaseMirrorService>>()));
        return builder;
    }

    /// <summary>Adds a health check of the copies that <see cref="AddDatabaseMirror{TClient}(JourneyAppBuilder{TClient},
    /// Action{DatabaseMirrorBuilder})"/> hosts for the client. It reads the status in the database and keeps it for 10 s, longer for large
    /// databases. Healthy when each copy is up to date; degraded while one is loaded for the first time, has no worker or has values that
    /// do not fit, or while a view of yours uses a column that is no longer written. The description and the data say which.</summary>
    /// <typeparam name="TClient">The registered client.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="name">The check's name; null for <c>journeyapps-database-mirror</c>, or <c>journeyapps-database-mirror-{name of the
    /// client}</c>.</param>
    /// <param name="maxLag">How old a copy can be; null for 5 min.</param>
    /// <param name="failureStatus">The status when a copy is older, cannot be read or its mirror ended; null for unhealthy.</param>
    /// <param name="tags">Tags to choose checks by; null for none.</param>
    /// <returns>The client.</returns>
    public static JourneyAppBuilder<TClient> AddDatabaseMirrorHealthCheck<TClient>(
        this JourneyAppBuilder<TClient> builder, string? name = null, TimeSpan? maxLag = null, HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(builder);
        string check = builder.CheckName(name, "journeyapps-database-mirror");
        // One instance: it keeps its last result.
        builder.Services.AddKeyedSingleton(check, (provider, _) => new DatabaseMirrorHealthCheck(
            provider.GetServices<IHostedService>().OfType<DatabaseMirrorService>().Where(mirror => mirror.Client == builder.OptionsName),
            maxLag ?? DatabaseMirrorHealthCheck.DefaultMaxLag,
            JourneyAppBuilderExtensions.Time(provider)));
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            check, provider => provider.GetRequiredKeyedService<DatabaseMirrorHealthCheck>(check), failureStatus, tags));
        return builder;
    }
}
