using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Formats expected errors as one line. Any other exception is a defect of this command and keeps its stack trace.</summary>
internal static class ErrorFormatter
{
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
