using System.Diagnostics.CodeAnalysis;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Turns the faults that a user can meet into one line. Others are defects of this command and keep their stack trace.</summary>
internal static class ErrorFormatter
{
    public static bool TryExplain(Exception fault, [NotNullWhen(true)] out string? line, out int exitCode)
    {
        (line, exitCode) = fault switch
        {
            ToolException known => (known.Message, known.ExitCode),
            OperationCanceledException => ("stopped.", ExitCode.Canceled),
            JourneyApiException api => (OfApi(api), ExitCode.Failed),
            UnauthorizedAccessException or IOException => (fault.Message, ExitCode.Failed),
            _ => (null, ExitCode.Failed),
        };
        return line is not null;
    }

    private static string OfApi(JourneyApiException fault)
    {
        string detail = fault.Detail is { Length: > 0 } text ? $" The server says: {text}" : "";
        string advice = fault switch
        {
            AuthenticationFailedException => " Take a token from the deployment's \"Manage API\" page.",
            AccessDeniedException => " The token may not do this.",
            DeploymentNotFoundException => " Compare the address with the deployment's \"Manage API\" page.",
            RouteNotFoundException => " Compare the address with the deployment's \"Manage API\" page, and the model's name with its data model.",
            JourneyConnectionException => " Check the address, the network and the proxy.",
            TooManyRequestsException => " Try again later.",
            _ => "",
        };
        return fault.Message + detail + advice;
    }
}
