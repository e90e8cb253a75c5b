using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using JourneyApps;
using JourneyApps.Extensions.DependencyInjection;
using JourneyApps.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers generated clients.</summary>
public static class JourneyAppServiceCollectionExtensions
{
    /// <summary>Registers a client as a singleton. Its settings come from the configuration section <c>JourneyApps</c>, or
    /// <c>JourneyApps:{name}</c>, when there is a configuration; they are validated when the program starts. A credential in the
    /// configuration can change while the program runs: it is read again after the server refuses the old one. Keys: the simple properties
    /// of <see cref="JourneyAppOptions"/>; <c>Token</c>, or <c>UserName</c> and <c>Password</c>; <c>RequestsPerSecond</c> and <c>Burst</c>
    /// for the rate limit. Another key is an error, which is reported when the program starts.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">Of several deployments, which one: the client is then a keyed service of this name, and a request without a name
    /// throws unless one without a name is registered too. Null for the only one.</param>
    /// <param name="configure">Sets or overrides options in code; null for none.</param>
    /// <returns>A builder to which more can be added.</returns>
    /// <exception cref="ArgumentException">The name is empty or contains a colon.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddJourneyApp&lt;JourneyApp&gt;();
    /// builder.Services.AddJourneyApp&lt;JourneyApp&gt;("north").AddHealthCheck();
    /// // later: ([FromKeyedServices("north")] JourneyApp app)
    /// </code>
    /// </example>
    public static JourneyAppBuilder<TClient> AddJourneyApp<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, string? name = null, Action<JourneyAppOptions>? configure = null)
        where TClient : JourneyClient
        => AddJourneyApp(services, Construct<TClient>, name, configure);

    /// <summary>Registers the only client of its class, with options set or overridden in code. Otherwise as above.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets or overrides options.</param>
    /// <returns>A builder to which more can be added.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddJourneyApp&lt;JourneyApp&gt;(options => options.Credential = JourneyCredential.FromProvider(vault.ReadAsync));
    /// </code>
    /// </example>
    public static JourneyAppBuilder<TClient> AddJourneyApp<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, Action<JourneyAppOptions> configure)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(configure);
        return AddJourneyApp(services, Construct<TClient>, name: null, configure);
    }

    /// <summary>Registers a client that is made by a function, such as one of a derived class. Otherwise as above.</summary>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="create">Makes the client from its options.</param>
    /// <param name="name">Of several deployments, which one. Null for the only one.</param>
    /// <param name="configure">Sets or overrides options in code; null for none.</param>
    /// <returns>A builder to which more can be added.</returns>
    /// <exception cref="ArgumentException">The name is empty or contains a colon.</exception>
    public static JourneyAppBuilder<TClient> AddJourneyApp<TClient>(
        this IServiceCollection services,
        Func<JourneyAppOptions, TClient> create,
        string? name = null,
        Action<JourneyAppOptions>? configure = null)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        if (name is "" || name?.Contains(':', StringComparison.Ordinal) == true)
            throw new ArgumentException("A name must not be empty or contain a colon.", nameof(name));

        // Two client classes without a name are two deployments as well; the section is the same, so configure tells them apart.
        string optionsName = name ?? typeof(TClient).Name;
        string mediaName = optionsName + ".media";
        AddOptions(services, name, optionsName, mediaName, configure);
        TClient Make(IServiceProvider provider) => create(Options(provider));
        if (name is null) services.AddSingleton(Make);
        else AddNamed(services, name, Make);
        return new JourneyAppBuilder<TClient>(
            services, name, optionsName, AddHttpClient(services, optionsName, Handler), AddHttpClient(services, mediaName, MediaHandler));

        // A browser has no sockets.
        HttpMessageHandler Handler(IServiceProvider provider) => SocketsHttpHandler.IsSupported
            ? JourneyHttpHandler.Create(Options(provider).ConnectTimeout)
            : new HttpClientHandler();
        HttpMessageHandler MediaHandler(IServiceProvider provider) => SocketsHttpHandler.IsSupported
            ? JourneyHttpHandler.CreateForMedia(Options(provider).BaseAddress, Options(provider).ConnectTimeout)
            : new HttpClientHandler();
        JourneyAppOptions Options(IServiceProvider provider)
            => provider.GetRequiredService<IOptionsMonitor<JourneyAppOptions>>().Get(optionsName);
    }

    // A client that is requested without a name has a factory as well, which says what to write.
    private static void AddNamed<TClient>(IServiceCollection services, string name, Func<IServiceProvider, TClient> make)
        where TClient : JourneyClient
    {
        services.AddKeyedSingleton(name, (provider, _) => make(provider));
        services.TryAddSingleton<TClient>(_ => throw new InvalidOperationException(
            $"{typeof(TClient).Name} is registered by name only. Request it with a name, such as [FromKeyedServices(\"{name}\")]."));
    }

    private static void AddOptions(
        IServiceCollection services, string? name, string optionsName, string mediaName, Action<JourneyAppOptions>? configure)
    {
        string section = name is null ? "JourneyApps" : $"JourneyApps:{name}";
        // One instance for both services: validation has to know which credential came from the configuration.
        ConfiguredOptions? configured = null;
        ConfiguredOptions Configured(IServiceProvider provider)
            => configured ??= new ConfiguredOptions(
                optionsName, section, provider.GetService<IConfiguration>(), provider.GetServices<ConfiguredSection>());
        services.AddSingleton(new ConfiguredSection(section));
        services.AddSingleton<IConfigureOptions<JourneyAppOptions>>(Configured);
        services.AddSingleton<IValidateOptions<JourneyAppOptions>>(Configured);
        OptionsBuilder<JourneyAppOptions> options = services.AddOptions<JourneyAppOptions>(optionsName);
        if (configure is not null) options.Configure(configure);
        options.PostConfigure<IServiceProvider>((all, provider) =>
        {
            IHttpClientFactory factory = provider.GetRequiredService<IHttpClientFactory>();
            // Per call: the factory renews handlers, and a client that is kept would keep its handler.
            if (all.Handler is null) all.HttpClientProvider ??= () => factory.CreateClient(optionsName);
            all.MediaHttpClientProvider ??= () => factory.CreateClient(mediaName);
            all.LoggerFactory ??= provider.GetService<ILoggerFactory>();
        });
        options.ValidateOnStart();
    }

    private static IHttpClientBuilder AddHttpClient(
        IServiceCollection services, string name, Func<IServiceProvider, HttpMessageHandler> handler)
        => services.AddHttpClient(name)
            // The time limits are applied above; the factory's loggers would write addresses with queries.
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(handler);

    private static TClient Construct<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(JourneyAppOptions options)
        where TClient : JourneyClient
    {
        ConstructorInfo constructor = typeof(TClient).GetConstructor([typeof(JourneyAppOptions)])
            ?? throw new InvalidOperationException(
                $"{typeof(TClient)} has no public constructor with JourneyAppOptions as its only parameter; register it with a function.");
        return (TClient)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [options], null);
    }
}
