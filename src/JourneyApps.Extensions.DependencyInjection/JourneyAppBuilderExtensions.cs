using JourneyApps;
using JourneyApps.Extensions.DependencyInjection;
using JourneyApps.Mirroring;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to a registered client.</summary>
public static class JourneyAppBuilderExtensions
{
    /// <summary>Adds a health check that requests the deployment's data model (a conditional request; a result is kept for 30 s): healthy
    /// when it responds, degraded when its data model no longer fits the generated code.</summary>
    /// <typeparam name="TClient">The registered client.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="name">The check's name; null for <c>journeyapps</c>, or <c>journeyapps-{name of the client}</c>.</param>
    /// <param name="failureStatus">The status of a deployment that does not respond; null for unhealthy.</param>
    /// <param name="tags">Tags to choose checks by; null for none.</param>
    public static JourneyAppBuilder<TClient> AddHealthCheck<TClient>(
        this JourneyAppBuilder<TClient> builder, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(builder);
        string check = builder.CheckName(name, "journeyapps");
        // One instance: it keeps its last result.
        builder.Services.AddKeyedSingleton(
            check, (provider, _) => new JourneyHealthCheck(builder.Client(provider), Time(provider)));
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            check, provider => provider.GetRequiredKeyedService<JourneyHealthCheck>(check), failureStatus, tags));
        return builder;
    }

    /// <summary>Hosts a mirror: it runs as long as the program. After a transient failure it runs again, first after 5 s, later after up to
    /// 5 min; after another (the data model no longer fits, an oplog gap that must stop the mirror) the program ends, as for any failed
    /// background service.</summary>
    /// <typeparam name="TClient">The registered client.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="create">Makes the mirror, such as <c>(app, services) => app.Mirror(m =>
    /// m.Jobs(services.GetRequiredService&lt;JobTable&gt;()), options)</c>.</param>
    public static JourneyAppBuilder<TClient> AddJourneyMirror<TClient>(
        this JourneyAppBuilder<TClient> builder, Func<TClient, IServiceProvider, JourneyMirror> create)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        // Not AddHostedService: it would ignore a second mirror as a duplicate.
        builder.Services.AddSingleton<IHostedService>(provider => new MirrorService(
            builder.OptionsName,
            () => create(builder.Client(provider), provider),
            Time(provider),
            provider.GetRequiredService<ILogger<MirrorService>>()));
        return builder;
    }

    /// <summary>Adds a health check of the mirrors that <see cref="AddJourneyMirror"/> hosts for the client. It sends no requests. Healthy
    /// when each copy is up to date, degraded while one is loaded for the first time. The description and the data say the phase of each
    /// model, the lag in seconds and the last failure.</summary>
    /// <typeparam name="TClient">The registered client.</typeparam>
    /// <param name="builder">The client.</param>
    /// <param name="name">The check's name; null for <c>journeyapps-mirror</c>, or <c>journeyapps-mirror-{name of the client}</c>.</param>
    /// <param name="maxLag">How old a copy can be; null for 5 min.</param>
    /// <param name="failureStatus">The status when a copy is older or its mirror ended; null for unhealthy.</param>
    /// <param name="tags">Tags to choose checks by; null for none.</param>
    public static JourneyAppBuilder<TClient> AddMirrorHealthCheck<TClient>(
        this JourneyAppBuilder<TClient> builder, string? name = null, TimeSpan? maxLag = null, HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            builder.CheckName(name, "journeyapps-mirror"),
            provider => new MirrorHealthCheck(
                provider.GetServices<IHostedService>().OfType<MirrorService>().Where(mirror => mirror.Client == builder.OptionsName),
                maxLag ?? MirrorHealthCheck.DefaultMaxLag),
            failureStatus,
            tags));
        return builder;
    }

    internal static TimeProvider Time(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
