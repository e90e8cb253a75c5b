using System.CommandLine.Parsing;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Formats the first error of a command line in the words of its help. The library's messages name .NET types.</summary>
internal static class UsageErrors
{
    public static string Format(ParseResult parsed)
    {
        ParseError error = parsed.Errors[0];
        return error.SymbolResult switch
        {
            // It may be a connection string with a password, which must not reach a log.
            _ when parsed.UnmatchedTokens.Any(token => token.Contains("password", StringComparison.OrdinalIgnoreCase))
                => "a connection string does not belong on the command line. Change the password, and use --connection-env or "
                    + "--connection-file.",
            _ when parsed.UnmatchedTokens is [var unknown, ..] => FormatUnknown(parsed.CommandResult.Command, unknown),
            OptionResult { Option: var option, Tokens: [] } => $"{option.Name} requires a value.",
            OptionResult { Option: var option } result when result.Tokens.Count > option.Arity.MaximumNumberOfValues
                => $"{option.Name} can be used only once.",
            OptionResult { Option: var option, Tokens: [.., var token] } when IsConversion(error, option.ValueType)
                => $"'{token.Value}' is not a value of {option.Name}; expected {Expected(option.ValueType)}.",
            ArgumentResult { Argument: var argument, Tokens: [] } => $"<{argument.Name}> is required: {argument.Description}",
            CommandResult { Command: { Arguments: [var argument, ..] } command } when command.Subcommands.Count == 0
                => $"<{argument.Name}> is required: {argument.Description}",
            _ => error.Message,
        };
    }

    private static string FormatUnknown(Command command, string token)
        => command.Subcommands.Count > 0 && !token.StartsWith('-')
            ? $"there is no command '{token}'. The commands are {string.Join(", ", command.Subcommands.Select(known => known.Name))}."
            : token.StartsWith('-') ? $"unknown option '{token}'." : $"unexpected argument '{token}'.";

    private static bool IsConversion(ParseError error, Type type)
        => error.Message.Contains((Nullable.GetUnderlyingType(type) ?? type).ToString(), StringComparison.Ordinal);

    private static string Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var value when value == typeof(Guid) => "a UUID",
        var value when value == typeof(bool) => "true or false",
        var value when value == typeof(ushort) => "a number from 0 to 65535",
        _ => "a number",
    };
}
