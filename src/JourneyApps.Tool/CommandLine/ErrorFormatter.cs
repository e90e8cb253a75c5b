using System.Globalization;
using JourneyApps.Mirroring;

namespace JourneyApps.Tool.CommandLine;

/// <summary>Formats exceptions as one line with an exit code.</summary>
internal static class ErrorFormatter
{
    // Commands that leave something behind have a separate message.
    private const string Stopped = "stopped. Nothing was changed; run the same command again.";
    // Sentences of the library's messages that the command replaces with its own.
    private const string ForProgrammers = " For more information, see Detail.";
    private const string NetworkAdvice = " Check the address and the network.";
    private const int DiskFullOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>Formats any exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="isStopped">Whether the command was stopped, which can end in any exception.</param>
    public static (string Line, int ExitCode) Format(Exception exception, bool isStopped) => exception switch
    {
        ToolException expected => (expected.Message, expected.ExitCode),
        OperationCanceledException => (Stopped, ExitCode.Canceled),
        _ when isStopped => (Stopped, ExitCode.Canceled),
        DatabaseMirrorException database => (database.Message, ExitCode.Failed),
        JourneyApiException api => (Format(api), ExitCode.Failed),
        UnauthorizedAccessException or IOException => (FormatFile(exception), ExitCode.Failed),
        OutOfMemoryException => ("there is not enough memory.", ExitCode.Failed),
        ArgumentException argument => (WithoutParameterName(argument), ExitCode.Failed),
        _ => ($"internal error: {exception.Message} Please report it with the command line.", ExitCode.Failed),
    };

    /// <summary>The message without the parameter's name, which the framework appends and which means nothing to the user.</summary>
    public static string WithoutParameterName(ArgumentException exception)
        => exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);

    private static string Format(JourneyApiException exception)
    {
        string detail = exception.Detail is { Length: > 0 } text ? $" The server says: {OnOneLine(text)}" : "";
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
        return exception.Message.Replace(ForProgrammers, "", StringComparison.Ordinal).Replace(NetworkAdvice, "", StringComparison.Ordinal)
            + detail + advice;
    }

    /// <summary>An error in an expression has three lines: the message, the expression, and a caret below the position.</summary>
    private static string OnOneLine(string detail)
        => detail.Split('\n') is [var message, var expression, var caret] && caret.Trim() == "^"
            ? string.Create(
                CultureInfo.InvariantCulture, $"{message.Trim()}, at character {caret.IndexOf('^') + 1} of \"{expression.TrimEnd()}\".")
            : detail;

    // The framework's messages quote the path and describe the call; the path is what matters.
    private static string FormatFile(Exception exception)
    {
        string? reason = exception switch
        {
            UnauthorizedAccessException => "access is denied",
            FileNotFoundException => "it does not exist",
            DirectoryNotFoundException => "its folder does not exist",
            PathTooLongException => "the path is too long",
            { HResult: DiskFullOnUnix or DiskFullOnWindows } => "the disk is full",
            _ => null,
        };
        int start = exception.Message.IndexOf('\'', StringComparison.Ordinal);
        int end = exception.Message.LastIndexOf('\'');
        return reason is null ? exception.Message
            : start < end ? $"{exception.Message[start..(end + 1)]}: {reason}."
            : $"{reason}.";
    }
}
