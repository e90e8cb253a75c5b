using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Formats errors as one line.</summary>
internal static class ErrorFormatter
{
    /// <summary>Formats an error of the command line. The library names .NET types in its message.</summary>
    public static string Format(ParseError error)
    {
        if (error.SymbolResult is not OptionResult { Option: var option, Tokens: [.., var token] }) return error.Message;
        if (!error.Message.Contains(option.ValueType.ToString(), StringComparison.Ordinal)) return error.Message;

        Type type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        string expected = type.IsEnum ? string.Join(", ", Enum.GetNames(type)).ToLowerInvariant()
            : type == typeof(Guid) ? "a UUID"
            : "a number from 0 to 65535";
        return $"'{token.Value}' is not a value of {option.Name}; expected {expected}.";
    }

    /// <summary>Formats an expected exception. Any other exception is a defect of this command and keeps its stack trace.</summary>
    public static bool TryFormat(Exception exception, [NotNullWhen(true)] out string? line, out int exitCode)
    {
        (line, exitCode) = exception switch
        {
            ToolException expected => (expected.Message, expected.ExitCode),
            OperationCanceledException => ("stopped.", ExitCode.Canceled),
            JourneyApiException api => (Format(api), ExitCode.Failed),
            UnauthorizedAccessException or IOException => (exception.Message, ExitCode.Failed),
            _ => (null, ExitCode.Failed),
        };
        return line is not null;
    }

    private static string Format(JourneyApiException exception)
    {
        string detail = exception.Detail is { Length: > 0 } text ? $" The server says: {text}" : "";
        string advice = exception switch
        {
            AuthenticationFailedException => " Copy a token from the deployment's \"Manage API\" page.",
            AccessDeniedException => " The token does not have permission for this call.",
            { Kind: ApiErrorKind.DeploymentNotFound } => " Compare the base URL with the deployment's \"Manage API\" page.",
            { Kind: ApiErrorKind.RouteNotFound }
                => " Compare the base URL with the deployment's \"Manage API\" page, and the model name with the data model.",
            { Kind: ApiErrorKind.Connection } => " Check the base URL, the network and the proxy.",
            TooManyRequestsException => " Try again later.",
            _ => "",
        };
        return exception.Message + detail + advice;
    }
}
