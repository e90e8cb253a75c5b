using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Makes a client's options out of settings and services.</summary>
internal static class OptionsFactory
{
    /// <summary>What the name of a client's HTTP client for media files ends in.</summary>
    internal const string MediaSuffix = ".media";

    /// <summary>The options of a client whose settings may change: a credential from configuration is read anew after the server refused it.</summary>
    internal static JourneyAppOptions Create(IServiceProvider services, string optionsName, string clientName)
    {
        IOptionsMonitor<JourneyAppSettings> monitor = services.GetRequiredService<IOptionsMonitor<JourneyAppSettings>>();
        JourneyAppSettings settings = monitor.Get(optionsName);
        IHttpClientFactory factory = services.GetRequiredService<IHttpClientFactory>();
        JourneyAppOptions options = Create(settings, settings.Credential ?? JourneyCredential.FromProvider(_ => new(CredentialOf(monitor.Get(optionsName)))));
        // Per call: the factory renews handlers, and a client that is kept would keep its handler.
        if (options.Handler is null) options.HttpClientProvider ??= () => factory.CreateClient(clientName);
        options.MediaHttpClientProvider ??= () => factory.CreateClient(clientName + MediaSuffix);
        options.LoggerFactory ??= services.GetService<ILoggerFactory>();
        return options;
    }

    /// <summary>The options that settings say.</summary>
    internal static JourneyAppOptions Create(JourneyAppSettings settings, JourneyCredential? credential)
    {
        var options = new JourneyAppOptions { BaseAddress = settings.BaseAddress, Credential = credential ?? CredentialOf(settings) };
        options.MaxAttempts = settings.MaxAttempts ?? options.MaxAttempts;
        options.PageSize = settings.PageSize ?? options.PageSize;
        options.ConnectTimeout = settings.ConnectTimeout ?? options.ConnectTimeout;
        options.ResponseTimeout = settings.ResponseTimeout ?? options.ResponseTimeout;
        options.Deadline = settings.Deadline ?? options.Deadline;
        if (settings.RequestsPerSecond is { } rate) options.RateLimit = new RequestRateLimit(rate, settings.Burst ?? Math.Max(1, (int)Math.Min(rate, int.MaxValue)));
        settings.ConfigureOptions?.Invoke(options);
        return options;
    }

    private static JourneyCredential CredentialOf(JourneyAppSettings settings)
        => settings.Credential
            ?? (settings.Token is { } token ? JourneyCredential.NamedToken(token) : JourneyCredential.Basic(settings.UserName ?? "", settings.Password ?? ""));
}
