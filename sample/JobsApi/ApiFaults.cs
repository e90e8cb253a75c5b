using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace JobsApi;

/// <summary>Converts failures of the deployment to responses, so that a caller can distinguish its own mistake from a deployment that is not available.</summary>
internal sealed class ApiFaults(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        (int status, string? detail) = exception switch
        {
            ObjectNotFoundException => (StatusCodes.Status404NotFound, null),
            // The server's detail quotes the caller's own values.
            InvalidRequestException { Type: ApiError.InvalidValue } fault => (StatusCodes.Status400BadRequest, fault.Detail ?? fault.Message),
            JsonException fault => (StatusCodes.Status400BadRequest, fault.Message),
            TooManyRequestsException => (StatusCodes.Status503ServiceUnavailable, "The deployment has too much to do."),
            JourneyApiException => (StatusCodes.Status502BadGateway, "The deployment did not do what was asked of it."),
            _ => (0, null),
        };
        if (status == 0) return false;

        if (exception is JourneyApiException { RetryAfter: { } wait })
            httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = { Status = status, Detail = detail } });
    }
}
