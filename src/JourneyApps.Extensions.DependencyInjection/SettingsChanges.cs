using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Makes kept settings be read again when the configuration changes, so that a rotated token is found.</summary>
internal sealed class SettingsChanges(string optionsName, IConfiguration? configuration) : IOptionsChangeTokenSource<JourneyAppSettings>
{
    public string? Name => optionsName;

    public IChangeToken GetChangeToken() => configuration?.GetReloadToken() ?? NullChangeToken.Singleton;
}
