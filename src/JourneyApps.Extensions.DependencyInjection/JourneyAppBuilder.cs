using Microsoft.Extensions.DependencyInjection;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>A registered client, to which more can be added.</summary>
/// <typeparam name="TClient">The client.</typeparam>
public sealed class JourneyAppBuilder<TClient>
    where TClient : JourneyClient
{
    internal JourneyAppBuilder(
        IServiceCollection services, string? name, string optionsName, IHttpClientBuilder httpClient, IHttpClientBuilder mediaHttpClient)
    {
        Services = services;
        Name = name;
        OptionsName = optionsName;
        HttpClient = httpClient;
        MediaHttpClient = mediaHttpClient;
    }

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The key under which the client is registered; null when it has none.</summary>
    public string? Name { get; }

    /// <summary>The name of its <see cref="JourneyAppOptions"/>.</summary>
    public string OptionsName { get; }

    /// <summary>The HTTP client of API calls, to which you can add handlers. Credentials and retries are above it.</summary>
    public IHttpClientBuilder HttpClient { get; }

    /// <summary>The HTTP client of media files, which never carries credentials.</summary>
    public IHttpClientBuilder MediaHttpClient { get; }

    /// <summary>The name of a health check of the client.</summary>
    /// <param name="chosen">The name that the user chose; null for the usual one.</param>
    /// <param name="usual">The usual one of a client without a name.</param>
    internal string CheckName(string? chosen, string usual) => chosen ?? (Name is null ? usual : $"{usual}-{Name}");

    /// <summary>The client of a provider.</summary>
    internal TClient Client(IServiceProvider provider)
        => Name is null ? provider.GetRequiredService<TClient>() : provider.GetRequiredKeyedService<TClient>(Name);
}
