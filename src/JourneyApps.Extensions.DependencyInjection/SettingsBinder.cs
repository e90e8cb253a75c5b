using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Fills settings from a section of the configuration. By hand: the general binder needs reflection, which trimming does not keep.</summary>
internal static class SettingsBinder
{
    internal const string RootSection = "JourneyApps";

    internal static void Bind(JourneyAppSettings settings, IConfiguration section)
    {
        if (Text(section, nameof(settings.BaseAddress)) is { } address) settings.BaseAddress = Parse(section, nameof(settings.BaseAddress), address, ToUri);
        settings.Token = Text(section, nameof(settings.Token)) ?? settings.Token;
        settings.UserName = Text(section, nameof(settings.UserName)) ?? settings.UserName;
        settings.Password = Text(section, nameof(settings.Password)) ?? settings.Password;
        settings.MaxAttempts = Value<int>(section, nameof(settings.MaxAttempts)) ?? settings.MaxAttempts;
        settings.PageSize = Value<int>(section, nameof(settings.PageSize)) ?? settings.PageSize;
        settings.ConnectTimeout = Value<TimeSpan>(section, nameof(settings.ConnectTimeout)) ?? settings.ConnectTimeout;
        settings.ResponseTimeout = Value<TimeSpan>(section, nameof(settings.ResponseTimeout)) ?? settings.ResponseTimeout;
        settings.Deadline = Value<TimeSpan>(section, nameof(settings.Deadline)) ?? settings.Deadline;
        settings.RequestsPerSecond = Value<double>(section, nameof(settings.RequestsPerSecond)) ?? settings.RequestsPerSecond;
        settings.Burst = Value<int>(section, nameof(settings.Burst)) ?? settings.Burst;
    }

    private static string? Text(IConfiguration section, string key) => section[key] is { Length: > 0 } text ? text : null;

    private static T? Value<T>(IConfiguration section, string key)
        where T : struct, IParsable<T>
        => Text(section, key) is { } text ? Parse(section, key, text, static value => T.Parse(value, CultureInfo.InvariantCulture)) : null;

    private static Uri ToUri(string text) => new(text, UriKind.Absolute);

    // The value is quoted: none of these is a secret.
    private static T Parse<T>(IConfiguration section, string key, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            string path = section is IConfigurationSection { Path: { Length: > 0 } own } ? $"{own}:{key}" : key;
            throw new FormatException($"The configuration value '{path}' is '{text}', which is no {typeof(T).Name}.", fault);
        }
    }
}
