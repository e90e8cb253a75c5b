using Microsoft.Extensions.Options;

namespace JourneyApps.Extensions.DependencyInjection;

/// <summary>Finds faulty settings when the program starts, instead of at the first call at night.</summary>
internal sealed class SettingsValidator(string optionsName, string place) : IValidateOptions<JourneyAppSettings>
{
    public ValidateOptionsResult Validate(string? name, JourneyAppSettings options)
    {
        if (name != optionsName) return ValidateOptionsResult.Skip;
        int credentials = (options.Token is null ? 0 : 1) + (options.UserName is null && options.Password is null ? 0 : 1) + (options.Credential is null ? 0 : 1);
        if (credentials != 1)
            return Fail(credentials == 0 ? "has no credential: set Token, or UserName and Password" : "has more than one credential: exactly one of Token, UserName with Password, or Credential in code");
        if (options.Credential is null && options.Token is null && (options.UserName is null || options.Password is null))
            return Fail("has half a credential: UserName and Password go together");
        try
        {
            OptionsFactory.Create(options, null).Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException fault)
        {
            return Fail($"cannot be used: {fault.Message.TrimEnd('.')}");
        }
    }

    private ValidateOptionsResult Fail(string fault) => ValidateOptionsResult.Fail($"The JourneyApps client of {place} {fault}.");
}
