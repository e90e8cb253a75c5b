using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using JourneyApps;
using JourneyApps.Extensions.DependencyInjection;
using JourneyApps.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers generated clients.</summary>
public static class JourneyAppServiceCollectionExtensions
{
    /// <summary>
    /// Registers a client as a singleton. Its settings come from the configuration section <c>JourneyApps</c>, or <c>JourneyApps:{name}</c>, when there is a
    /// configuration; they are checked when the program starts. A credential in the configuration may change while the program runs: it is read
    /// again when the server refuses the old one.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">Of several deployments, which one: the client is then a keyed service of this name. Null for the only one.</param>
    /// <param name="configure">Sets or overrides settings in code. Null for nothing.</param>
    /// <returns>What more can be added to it.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds a colon.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddJourneyApp&lt;JourneyApp&gt;();
    /// builder.Services.AddJourneyApp&lt;JourneyApp&gt;("north").AddHealthCheck();
    /// // later: ([FromKeyedServices("north")] JourneyApp app)
    /// </code>
    /// </example>
    public static JourneyAppBuilder<TClient> AddJourneyApp<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, string? name = null, Action<JourneyAppSettings>? configure = null)
        where TClient : JourneyClient
        => AddJourneyApp(services, Construct<TClient>, name, configure);

    /// <summary>Registers the only client of its class, with settings made or overridden in code. Otherwise as above.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets or overrides settings.</param>
    /// <returns>What more can be added to it.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddJourneyApp&lt;JourneyApp&gt;(settings => settings.Credential = JourneyCredential.FromProvider(vault.ReadAsync));
    /// </code>
    /// </example>
    public static JourneyAppBuilder<TClient> AddJourneyApp<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, Action<JourneyAppSettings> configure)
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
    /// <param name="configure">Sets or overrides settings in code. Null for nothing.</param>
    /// <returns>What more can be added to it.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds a colon.</exception>
    public static JourneyAppBuilder<TClient> AddJourneyApp<TClient>(
        this IServiceCollection services, Func<JourneyAppOptions, TClient> create, string? name = null, Action<JourneyAppSettings>? configure = null)
        where TClient : JourneyClient
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        if (name is "" || name?.Contains(':', StringComparison.Ordinal) == true) throw new ArgumentException("A name is not empty and holds no colon.", nameof(name));

        // Two client classes without a name are two deployments as well; the section is the same, so configure tells them apart.
        string optionsName = name ?? typeof(TClient).Name;
        AddSettings(services, name, optionsName, configure);
        TClient Make(IServiceProvider provider) => create(OptionsFactory.Create(provider, optionsName, optionsName));
        if (name is null) services.AddSingleton(Make);
        else services.AddKeyedSingleton(name, (provider, _) => Make(provider));
        return new JourneyAppBuilder<TClient>(
            services, name, optionsName, AddHttpClient(services, optionsName, Handler), AddHttpClient(services, optionsName + OptionsFactory.MediaSuffix, MediaHandler));

        SocketsHttpHandler Handler(IServiceProvider provider) => JourneyHttpHandler.Create(Settings(provider).ConnectTimeout);
        SocketsHttpHandler MediaHandler(IServiceProvider provider)
            => JourneyHttpHandler.CreateForMedia(Settings(provider).BaseAddress, Settings(provider).ConnectTimeout);
        JourneyAppSettings Settings(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<JourneyAppSettings>>().Get(optionsName);
    }

    private static void AddSettings(IServiceCollection services, string? name, string optionsName, Action<JourneyAppSettings>? configure)
    {
        string section = name is null ? SettingsBinder.RootSection : $"{SettingsBinder.RootSection}:{name}";
        OptionsBuilder<JourneyAppSettings> options = services.AddOptions<JourneyAppSettings>(optionsName)
            .Configure<IServiceProvider>((settings, provider) =>
            {
                if (provider.GetService<IConfiguration>() is { } configuration) SettingsBinder.Bind(settings, configuration.GetSection(section));
            });
        if (configure is not null) options.Configure(configure);
        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<JourneyAppSettings>>(new SettingsValidator(optionsName, $"'{section}'"));
        services.AddSingleton<IOptionsChangeTokenSource<JourneyAppSettings>>(provider => new SettingsChanges(optionsName, provider.GetService<IConfiguration>()));
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name, Func<IServiceProvider, HttpMessageHandler> handler)
        => services.AddHttpClient(name)
            // Our own limits are above; the factory's loggers would write addresses with queries.
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(handler);

    private static TClient Construct<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(JourneyAppOptions options)
        where TClient : JourneyClient
    {
        ConstructorInfo constructor = typeof(TClient).GetConstructor([typeof(JourneyAppOptions)])
            ?? throw new InvalidOperationException($"{typeof(TClient)} has no public constructor that takes JourneyAppOptions alone; register it with a function that makes it.");
        return (TClient)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, [options], null);
    }
}
